package dev.students.acceptance.steps;

import dev.students.local.CapacityUnits;
import dev.students.local.RecordedCall;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Formats DynamoDB calls as tab-separated values with headings. */
final class CallTable {

  /** A call that names more keys is told by its first ones and its last. */
  private static final int MOST_KEYS = 5;

  /** A key whose parts have one value, as most of this table's have. */
  private static final Pattern EQUAL_PARTS =
      Pattern.compile("(\\w+)=([^\\s,]+), (\\w+)=\\2(?=$|,)");

  private CallTable() {}

  static String of(List<RecordedCall> calls) {
    Stream<String> headings =
        Stream.of("Call\tKeys\tDuration\tRead units\tWrite units\tUnits are\tOutcome");
    return Stream.concat(headings, calls.stream().map(CallTable::row))
        .collect(Collectors.joining("\n", "", "\n"));
  }

  private static String row(RecordedCall call) {
    Optional<CapacityUnits> units = call.units();
    return Stream.of(
            call.operation(),
            keys(call.keys()),
            String.format(Locale.ROOT, "%.1f ms", call.duration().toNanos() / 1e6),
            units.map(u -> number(u.read())).orElse(""),
            units.map(u -> number(u.write())).orElse(""),
            units.map(u -> u.source().name().toLowerCase(Locale.ROOT)).orElse("unknown"),
            call.error().orElse("ok"))
        .map(cell -> cell.replaceAll("[\\t\\r\\n]", " "))
        .collect(Collectors.joining("\t"));
  }

  private static String keys(List<String> recorded) {
    List<String> keys =
        recorded.stream().map(key -> EQUAL_PARTS.matcher(key).replaceAll("$1=$3=$2")).toList();
    if (keys.size() <= MOST_KEYS) {
      return String.join("; ", keys);
    }
    int first = MOST_KEYS - 2;
    return String.join("; ", keys.subList(0, first))
        + "; … "
        + (keys.size() - first - 1)
        + " more …; "
        + keys.get(keys.size() - 1);
  }

  private static String number(double units) {
    return units == Math.rint(units)
        ? String.valueOf((long) units)
        : String.format(Locale.ROOT, "%.1f", units);
  }
}
