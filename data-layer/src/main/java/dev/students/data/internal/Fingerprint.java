package dev.students.data.internal;

import dev.students.data.NewStudent;
import dev.students.data.StudentId;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * What a student was created with, as SHA-256: tells a repeated creation from another one, and
 * stays when the profile changes. The id goes in as the salt, so that equal content of two students
 * does not show; who can read the item can check a guess at a former name, but reads none from it.
 *
 * <p>It is written as text, since a legacy client cannot read binary attributes. Earlier versions
 * of this library wrote it as binary: such a one is recognized, and made text with the next change.
 */
final class Fingerprint {

  private Fingerprint() {}

  static AttributeValue of(StudentId id, NewStudent wanted) {
    MessageDigest digest = sha256();
    add(digest, id.value());
    for (ProfileField field : ProfileField.values()) {
      field.of(wanted).ifPresent(value -> add(digest, value));
    }
    return AttributeValue.fromS(text(digest.digest()));
  }

  /** Whether the item was created with that content. */
  static boolean matches(Item item, StudentId id, NewStudent wanted) {
    AttributeValue fingerprint = of(id, wanted);
    return item.attribute(Attributes.FINGERPRINT)
        .filter(stored -> readable(item).orElse(stored).equals(fingerprint))
        .isPresent();
  }

  /** The item's fingerprint as text. Empty if it is not binary. */
  static Optional<AttributeValue> readable(Item item) {
    return item.attribute(Attributes.FINGERPRINT)
        .flatMap(stored -> Optional.ofNullable(stored.b()))
        .map(bytes -> AttributeValue.fromS(text(bytes.asByteArrayUnsafe())));
  }

  private static void add(MessageDigest digest, String part) {
    byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
    // The length leads, or "Ann" + "Abel" would equal "AnnA" + "bel".
    digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
    digest.update(bytes);
  }

  private static String text(byte[] hash) {
    return Base64.getEncoder().encodeToString(hash);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
