package dev.students.data.internal;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.function.Supplier;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * What makes one built request itself. Sent again, it is the same request to the byte; built anew,
 * it needs another identity.
 *
 * @param time when it was built, to the millisecond
 * @param token its client request token
 * @param firstVersion the version of a student whose versions begin with this request. It is random
 *     rather than 1, so that no version is ever repeated for an id, also when the student is erased
 *     and the id used again
 */
public record RequestIdentity(Instant time, String token, long firstVersion) {

  /** A source of identities that are random but for the time. Thread-safe if the clock is. */
  public static Supplier<RequestIdentity> source(InstantSource clock) {
    return () -> random(clock.instant());
  }

  private static RequestIdentity random(Instant now) {
    UUID id = UUID.randomUUID();
    return new RequestIdentity(now.truncatedTo(ChronoUnit.MILLIS), id.toString(), firstVersion(id));
  }

  /** Within 2⁵¹ to 2⁵², so that it can be counted up and stays exact in JSON. */
  private static long firstVersion(UUID id) {
    long bits = id.getMostSignificantBits() ^ id.getLeastSignificantBits();
    return (bits >>> 13) | (1L << 51);
  }

  /** The version that follows: the next number, or the first when the student has none yet. */
  long versionAfter(long version) {
    return version == 0 ? firstVersion : version + 1;
  }

  AttributeValue timeValue() {
    return AttributeValue.fromS(time.toString());
  }
}
