package dev.students.data.internal;

import dev.students.data.NewStudent;
import dev.students.data.StudentId;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * What a student was created with, as SHA-256: tells a repeated creation from another one, and
 * stays when the profile changes. The id goes in as the salt, so that equal content of two students
 * does not show; who can read the item can check a guess at a former name, but reads none from it.
 */
final class Fingerprint {

  private Fingerprint() {}

  static AttributeValue of(StudentId id, NewStudent wanted) {
    MessageDigest digest = sha256();
    for (String part :
        List.of(
            id.value(),
            wanted.firstName().value(),
            wanted.lastName().value(),
            wanted.email().value())) {
      byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
      // The length leads, or "Ann" + "Abel" would equal "AnnA" + "bel".
      digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
      digest.update(bytes);
    }
    return AttributeValue.fromB(SdkBytes.fromByteArray(digest.digest()));
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
