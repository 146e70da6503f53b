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
 * A SHA-256 hash of the content with which a student was created. It distinguishes a repeated
 * creation from a different one, and does not change with the profile. The id serves as the salt,
 * so that equal content of two students is not visible. Whoever can read the item can verify a
 * guess at a former name, but cannot read the name.
 *
 * <p>It is stored as text, because legacy clients cannot read binary attributes. Earlier versions
 * of this library stored it as binary; such a fingerprint is recognized and converted with the next
 * change.
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

  /** Whether the item was created with the given content. */
  static boolean matches(Item item, StudentId id, NewStudent wanted) {
    AttributeValue fingerprint = of(id, wanted);
    return item.attribute(Attributes.FINGERPRINT)
        .filter(stored -> readable(item).orElse(stored).equals(fingerprint))
        .isPresent();
  }

  /** Converts a binary fingerprint to text. Empty if the fingerprint is not binary. */
  static Optional<AttributeValue> readable(Item item) {
    return item.attribute(Attributes.FINGERPRINT)
        .flatMap(stored -> Optional.ofNullable(stored.b()))
        .map(bytes -> AttributeValue.fromS(text(bytes.asByteArrayUnsafe())));
  }

  private static void add(MessageDigest digest, String part) {
    byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
    // The length comes first, because otherwise "Ann" + "Abel" would equal "AnnA" + "bel".
    ByteBuffer both = ByteBuffer.allocate(Integer.BYTES + bytes.length);
    digest.update(both.putInt(bytes.length).put(bytes).array());
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
