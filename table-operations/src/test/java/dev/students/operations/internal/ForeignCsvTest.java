package dev.students.operations.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The cases of two collections of test data for CSV readers, with the values that they expect to be
 * read: <a href="https://github.com/maxogden/csv-spectrum">csv-spectrum</a> and <a
 * href="https://github.com/sineemore/csv-test-data">csv-test-data</a>. Where an import means to
 * read something else, the case says so.
 */
class ForeignCsvTest {

  private record Case(String name, String text, List<List<String>> values) {

    @SafeVarargs
    static Case of(String name, String text, List<String>... values) {
      List<List<String>> lines = new ArrayList<>();
      for (List<String> line : values) {
        lines.add(line);
      }
      return new Case(name, text, lines);
    }

    Case withCrLf() {
      return new Case(
          name + ", CR LF",
          text.replace("\n", "\r\n"),
          values.stream()
              .map(line -> line.stream().map(value -> value.replace("\n", "\r\n")).toList())
              .toList());
    }

    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Case> cases() {
    return Stream.of(
            Case.of(
                "comma_in_quotes",
                "John,Doe,120 any st.,\"Anytown, WW\",08123\n",
                List.of("John", "Doe", "120 any st.", "Anytown, WW", "08123")),
            Case.of("empty", "1,\"\",\"\"\n2,3,4\n", List.of("1", "", ""), List.of("2", "3", "4")),
            Case.of(
                "escaped_quotes",
                "1,\"ha \"\"ha\"\" ha\"\n3,4\n",
                List.of("1", "ha \"ha\" ha"),
                List.of("3", "4")),
            Case.of(
                "json",
                "1,\"{\"\"type\"\": \"\"Point\"\", \"\"coordinates\"\": [102.0, 0.5]}\"\n",
                List.of("1", "{\"type\": \"Point\", \"coordinates\": [102.0, 0.5]}")),
            Case.of(
                "newlines",
                "1,2,3\n\"Once upon \na time\",5,6\n7,8,9\n",
                List.of("1", "2", "3"),
                List.of("Once upon \na time", "5", "6"),
                List.of("7", "8", "9")),
            Case.of(
                "quotes_and_newlines",
                "1,\"ha \n\"\"ha\"\" \nha\"\n3,4\n",
                List.of("1", "ha \n\"ha\" \nha"),
                List.of("3", "4")),
            Case.of("simple, no break at the end", "1,2,3", List.of("1", "2", "3")),
            Case.of("utf8", "4,5,ʤ\n1,😎,3\n", List.of("4", "5", "ʤ"), List.of("1", "😎", "3")),
            Case.of("all-empty, which an import passes over", "\n\n"),
            Case.of("empty-field", "1,,3\n", List.of("1", "", "3")),
            Case.of("one-column", "1\n", List.of("1")),
            Case.of("quotes-empty", "1,\"\",3\n", List.of("1", "", "3")),
            Case.of(
                "quotes-with-escaped-quote",
                "1,\"The \"\" must be escaped\",3\n",
                List.of("1", "The \" must be escaped", "3")),
            Case.of(
                "leading-space and trailing-space, which an import takes away",
                "1, leading,trailing ,\" in quotes \"\n",
                List.of("1", "leading", "trailing", "in quotes")),
            Case.of(
                "bad-unescaped-quote, which is taken as it stands",
                "1,This \"quotes\" must be escaped,3\n",
                List.of("1", "This \"quotes\" must be escaped", "3")))
        .flatMap(it -> Stream.of(it, it.withCrLf()));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void values_caseOfAnotherCollection_areAsItStates(Case foreign) {
    assertThat(values(foreign.text())).isEqualTo(foreign.values());
  }

  static Stream<Case> badCases() {
    return Stream.of(
        Case.of(
            "bad-missing-quote",
            "1,\"I forgot to close this one,3\n4,5,6\n",
            List.of("refused"),
            List.of("4", "5", "6")),
        Case.of(
            "bad-quotes-with-unescaped-quote",
            "1,\"Hey, I missed \" it\",3\n4,5,6\n",
            List.of("refused"),
            List.of("4", "5", "6")));
  }

  @ParameterizedTest
  @MethodSource("badCases")
  void values_malformedCaseOfAnotherCollection_affectOnlyTheirLine(Case foreign) {
    assertThat(values(foreign.text())).isEqualTo(foreign.values());
  }

  private static List<List<String>> values(String text) {
    RecordSplitter splitter =
        new RecordSplitter(
            new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), OptionalInt.of(','));
    CsvLines lines = new CsvLines(',');
    List<List<String>> values = new ArrayList<>();
    for (Optional<RawRecord> next = splitter.next(); next.isPresent(); next = splitter.next()) {
      RawRecord record = next.get();
      String line = StandardCharsets.UTF_8.decode(record.content()).toString();
      if (line.isBlank()) {
        continue;
      }
      try {
        values.add(
            record.shape() == RawRecord.Shape.BROKEN ? List.of("refused") : lines.values(line));
      } catch (LineRejectedException e) {
        values.add(List.of("refused"));
      }
    }
    return values;
  }
}
