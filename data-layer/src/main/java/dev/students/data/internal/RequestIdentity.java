package dev.students.data.internal;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.function.Supplier;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * What distinguishes one request from another. A retry sends the identical bytes; a rebuilt request
 * needs a new identity.
 *
 * @param time when the request was built, to the millisecond
 * @param token the client request token
 * @param firstVersion the version of a student that this request creates. It is random instead of
 *     1, so that versions never repeat for an id, even if the student is erased and the id is used
 *     again
 */
public record RequestIdentity(Instant time, String token, long firstVersion) {

  /** A source of identities, random except for the time. Thread-safe if the clock is. */
  public static Supplier<RequestIdentity> source(InstantSource clock) {
    return () -> random(clock.instant());
  }

  private static RequestIdentity random(Instant now) {
    UUID id = UUID.randomUUID();
    return new RequestIdentity(now.truncatedTo(ChronoUnit.MILLIS), id.toString(), firstVersion(id));
  }

  /** Between 2⁵¹ and 2⁵², so that it can be incremented and remains exact in JSON. */
  private static long firstVersion(UUID id) {
    long bits = id.getMostSignificantBits() ^ id.getLeastSignificantBits();
    return (bits >>> 13) | (1L << 51);
  }

  /**
   * Returns the version after the given one: the next number, or the first version if the student
   * has none yet.
   */
  long versionAfter(long version) {
    return version == 0 ? firstVersion : version + 1;
  }

  AttributeValue timeValue() {
    return AttributeValue.fromS(time.toString());
  }
}
