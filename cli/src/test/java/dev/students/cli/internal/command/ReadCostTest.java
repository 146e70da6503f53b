package dev.students.cli.internal.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.students.cli.internal.output.Console;
import dev.students.cli.internal.output.Terminal;
import dev.students.cli.internal.targets.OpenTarget;
import dev.students.operations.ReadEstimate;
import dev.students.truncation.TruncationPermit;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** What is printed and asked before reading a whole table that costs money. */
class ReadCostTest {

  private static final Terminal ATTENDED = new Terminal(true, false, false, false, 80, false);
  private static final ReadEstimate CHEAP = new ReadEstimate(3_000_000, 600_000_000, 73_000);
  private static final ReadEstimate DEAR = new ReadEstimate(3_000_000_000L, 600_000_000_000L, 73e6);
  private static final String DEAR_TEXT =
      "This reads about 3,000,000,000 items, 73,000,000 read units: 9.13 USD on demand in"
          + " us-east-1.";

  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @Test
  void cost_targetIsFree_isNotEstimated() {
    Optional<String> refusal =
        new ReadCost()
            .refusal(
                console("", Terminal.NONE),
                new Table(false),
                () -> {
                  throw new IllegalStateException("nobody needs it");
                })
            .map(Failure::message);

    assertThat(refusal).isEmpty();
    assertThat(said()).isEmpty();
  }

  @Test
  void cost_belowOneDollar_isPrintedWithoutConfirmation() {
    assertThat(refusal("", Terminal.NONE, CHEAP)).isEmpty();
    assertThat(said())
        .isEqualTo(
            "students: This reads about 3,000,000 items, 73,000 read units: 0.01 USD on demand in"
                + " us-east-1.\n");
  }

  @Test
  void cost_aboveOneDollarInAScript_requiresTheOptionYes() {
    assertThat(refusal("yes\n", Terminal.NONE, DEAR))
        .contains(DEAR_TEXT + " Confirm that with --yes.");
    assertThat(said()).isEmpty();
    assertThat(refusal("", Terminal.NONE, DEAR, "--yes")).isEmpty();
    assertThat(said()).isEqualTo("students: " + DEAR_TEXT + "\n");
  }

  @Test
  void cost_aboveOneDollarAtATerminal_asksForConfirmation() {
    String asked = "students: " + DEAR_TEXT + "\nType yes to continue: ";

    assertThat(refusal(" yes \n", ATTENDED, DEAR)).isEmpty();
    assertThat(said()).isEqualTo(asked);
    assertThat(refusal("y\n", ATTENDED, DEAR)).contains("Not confirmed: nothing was read.");
    assertThat(refusal("", ATTENDED, DEAR)).contains("Not confirmed: nothing was read.");
  }

  private Optional<String> refusal(
      String input, Terminal terminal, ReadEstimate estimate, String... options) {
    err.reset();
    ReadCost cost = new ReadCost();
    new CommandLine(
            CommandLine.Model.CommandSpec.create()
                .addMixin("cost", CommandLine.Model.CommandSpec.forAnnotatedObject(cost)))
        .parseArgs(options);
    return cost.refusal(console(input, terminal), new Table(true), () -> estimate)
        .map(
            failure -> {
              assertThat(failure.outcome().exitCode()).isEqualTo(1);
              return failure.message();
            });
  }

  private Console console(String input, Terminal terminal) {
    return new Console(
        new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
        new ByteArrayOutputStream(),
        err,
        terminal);
  }

  private String said() {
    return err.toString(StandardCharsets.UTF_8);
  }

  /** A target of which only its cost is asked. */
  private record Table(boolean isBilled) implements OpenTarget {

    @Override
    public String description() {
      return "";
    }

    @Override
    public DynamoDbClient client() {
      throw new UnsupportedOperationException();
    }

    @Override
    public String tableName() {
      throw new UnsupportedOperationException();
    }

    @Override
    public TruncationPermit truncationPermit(Optional<String> emulatorHost) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void close() {}
  }
}
