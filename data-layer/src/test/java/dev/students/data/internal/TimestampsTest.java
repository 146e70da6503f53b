package dev.students.data.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.longs;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The expected value is always that of the platform's own parser. */
class TimestampsTest {

  private static final String USUAL = "2024-02-29T23:59:59.678Z";

  @Test
  void parse_anyInstant_isAsThePlatformParsesIt() {
    long end = Instant.parse("+10001-01-01T00:00:00Z").toEpochMilli();
    qt().forAll(longs().between(-end, end))
        .check(
            millis -> {
              Instant time = Instant.ofEpochMilli(millis);
              return Timestamps.parse(time.toString()).equals(time);
            });
  }

  @Test
  void parse_anyTwoDigitsInAField_isAsThePlatformParsesIt() {
    IntStream.of(5, 8, 11, 14, 17)
        .boxed()
        .flatMap(at -> IntStream.range(0, 100).mapToObj(field -> with(at, "%02d".formatted(field))))
        .forEach(TimestampsTest::isParsedAsByThePlatform);
  }

  @Test
  void parse_anyOtherCharacter_isAsThePlatformParsesIt() {
    IntStream.range(0, USUAL.length())
        .boxed()
        .flatMap(
            at -> "059/: .,-+TtZz\u0665é".chars().mapToObj(c -> with(at, String.valueOf((char) c))))
        .forEach(TimestampsTest::isParsedAsByThePlatform);
  }

  @Test
  void parse_unusualForm_isAsThePlatformParsesIt() {
    Stream.of(
            "",
            "2024-02-29T23:59:59Z",
            "2024-02-29T23:59:59.6Z",
            "2024-02-29T23:59:59.678901Z",
            "2024-02-29T23:59:59.678901234Z",
            "2024-02-29T23:59Z",
            "2024-02-29T23:59:59.678",
            "2024-02-29T23:59:59.678+01:00",
            "2024-02-29T24:00:00.000Z",
            "2024-02-29T23:59:60.000Z",
            "2023-02-29T23:59:59.678Z",
            "0000-01-01T00:00:00.000Z",
            "9999-12-31T23:59:59.999Z",
            "+10000-01-01T00:00:00Z",
            "-0001-01-01T00:00:00.000Z")
        .forEach(TimestampsTest::isParsedAsByThePlatform);
  }

  private static String with(int at, String part) {
    return USUAL.substring(0, at) + part + USUAL.substring(at + part.length());
  }

  private static void isParsedAsByThePlatform(String text) {
    assertThat(parsed(Timestamps::parse, text)).as(text).isEqualTo(parsed(Instant::parse, text));
  }

  private static Optional<Instant> parsed(Function<String, Instant> parser, String text) {
    try {
      return Optional.of(parser.apply(text));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }
}
