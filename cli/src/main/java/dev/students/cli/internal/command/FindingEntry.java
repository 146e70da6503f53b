package dev.students.cli.internal.command;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.students.cli.internal.output.DisplayWidth;
import dev.students.cli.internal.output.Paragraph;
import dev.students.cli.internal.output.Terminal;
import dev.students.data.StudentId;
import dev.students.operations.Finding;
import dev.students.operations.FindingJson;
import dev.students.operations.FindingKind;
import dev.students.operations.RepairOutcome;
import dev.students.operations.RepairedFinding;
import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One finding of a check.
 *
 * @param outcome its outcome, in a repair
 */
record FindingEntry(Finding finding, Optional<RepairOutcome> outcome)
    implements ResultStream.Entry {

  /** On narrower terminals, the details are below the kind instead of beside it. */
  private static final int NARROW = 60;

  private static final int LONGEST_KIND = longest(Stream.of(FindingKind.values()));
  private static final int LONGEST_OUTCOME = longest(Stream.of(RepairOutcome.values()));
  private static final String GAP = "  ";

  static FindingEntry of(Finding finding) {
    return new FindingEntry(finding, Optional.empty());
  }

  static FindingEntry of(RepairedFinding repaired) {
    return new FindingEntry(repaired.finding(), Optional.of(repaired.outcome()));
  }

  private static int longest(Stream<? extends Enum<?>> constants) {
    return constants.map(JsonText::word).mapToInt(String::length).max().orElseThrow();
  }

  @Override
  public void writeText(PrintStream out, Terminal terminal) {
    String kind = JsonText.word(finding.kind());
    String came = outcome.map(JsonText::word).orElse("");
    if (terminal.out() && terminal.columns() < NARROW) {
      out.println((came.isEmpty() ? "" : came + ": ") + kind);
      out.println(GAP + Paragraph.wrap(what(), terminal.columns() - GAP.length(), GAP));
      return;
    }
    String head =
        (came.isEmpty() ? "" : DisplayWidth.pad(came, LONGEST_OUTCOME) + GAP)
            + DisplayWidth.pad(kind, LONGEST_KIND)
            + GAP;
    String line = head + what();
    out.println(
        terminal.out()
            ? Paragraph.wrap(line, terminal.columns(), " ".repeat(head.length()))
            : line);
  }

  private String what() {
    List<String> parts = new ArrayList<>();
    parts.add(finding.key().masked());
    String students =
        finding.students().stream().map(StudentId::value).collect(Collectors.joining(", "));
    if (!finding.key().partition().equals("student#" + students) && !students.isEmpty()) {
      parts.add((finding.students().size() == 1 ? "student " : "students ") + students);
    }
    String attribute = finding.attribute().map(name -> "attribute " + name + " ").orElse("");
    finding.detail().ifPresent(detail -> parts.add(attribute + detail));
    outcome
        .filter(RepairOutcome.NEEDS_A_PERSON::equals)
        .ifPresent(person -> parts.add(finding.kind().advice()));
    return String.join("; ", parts);
  }

  @Override
  public void writeJson(JsonGenerator json) throws IOException {
    FindingJson.writeMembers(finding, json);
    if (outcome.isPresent()) {
      json.writeStringField("repair", JsonText.word(outcome.get()));
    }
  }
}
