package dev.students.acceptance.internal;

import dev.students.acceptance.internal.console.Paragraph;
import dev.students.acceptance.internal.console.Progress;
import dev.students.acceptance.internal.run.CleanUp;
import dev.students.acceptance.internal.run.Documentation;
import dev.students.acceptance.internal.run.RunOptions;
import dev.students.acceptance.internal.run.RunRequest;
import dev.students.acceptance.internal.run.SuiteLauncher;
import dev.students.acceptance.internal.targets.TargetException;
import dev.students.acceptance.internal.workspace.ProjectLayout;
import dev.students.local.LocalDynamoDbException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The command line of {@code ./acceptance}. */
@Command(
    name = "acceptance",
    mixinStandardHelpOptions = true,
    version = "Students on DynamoDB, acceptance tests",
    description = {"", "Runs the scenarios and writes the living documentation.", ""},
    sortOptions = false,
    usageHelpAutoWidth = true,
    footer = {
      "",
      "Targets:",
      "  embedded    DynamoDB Local in this process, with the table as synthesized",
      "  localstack  the deployed stack in a LocalStack container; needs Docker",
      "  endpoint    a separate stack in the emulator at --endpoint",
      "  aws         the existing stack of --environment; deploys nothing",
      "",
      "Examples:",
      "  ./acceptance",
      "  ./acceptance features/05-earning-xp.feature",
      "  ./acceptance features/05-earning-xp.feature:14",
      "  ./acceptance --tags '@read-only'",
      "  ./acceptance --target endpoint --endpoint http://127.0.0.1:4566",
      "  ./acceptance --target aws --environment production --allow-production",
      "",
      "The token of a LocalStack edition that needs one is read from LOCALSTACK_AUTH_TOKEN."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:at least one scenario, and all ran and passed",
      "1:a scenario did not run or pass, or its students were not cleaned up",
      "2:invalid arguments, or a target that cannot be used"
    })
public final class AcceptanceCommand implements Callable<Integer> {

  @Mixin private RunOptions where = new RunOptions();

  @Option(
      names = "--tags",
      paramLabel = "EXPRESSION",
      description = "Run only scenarios whose tags match, for example 'not @truncation'.")
  private @Nullable String tags;

  @Option(
      names = "--threads",
      paramLabel = "N",
      defaultValue = "4",
      description = "Scenarios run concurrently (default: ${DEFAULT-VALUE}).")
  private int threads = 4;

  @Option(
      names = "--clean-up",
      paramLabel = "RUN",
      description =
          "Run nothing; remove what a killed run has left (its name, or its manifest file).")
  private @Nullable String cleanUp;

  @Option(
      names = "--documentation",
      description = "Run nothing; write the living documentation from the runs so far.")
  private boolean documentation;

  @Parameters(
      paramLabel = "FEATURE",
      description =
          "Feature files or folders, a scenario as FILE:LINE of its title (default: all).")
  private List<String> features = List.of();

  @Override
  public Integer call() {
    Progress progress = Progress.onConsole();
    try {
      ProjectLayout layout = ProjectLayout.aroundWorkingDirectory();
      if (cleanUp != null) {
        return new CleanUp(layout, where.targetOptions(), progress).of(cleanUp);
      }
      if (documentation) {
        return documentation(layout, progress);
      }
      RunRequest request = where.request(Optional.ofNullable(tags), threads, features);
      return new SuiteLauncher(layout, request, progress).run();
    } catch (TargetException
        | IllegalArgumentException
        | LocalDynamoDbException
        | UncheckedIOException e) {
      System.out.flush();
      System.err.println(Paragraph.of(String.valueOf(e.getMessage())));
      return 2;
    }
  }

  private static int documentation(ProjectLayout layout, Progress progress) {
    Optional<Path> startPage = new Documentation(layout).write();
    progress.say(
        startPage
            .map(page -> "Living documentation: " + page)
            .orElse("No run has ended yet. Start one with ./acceptance."));
    return startPage.isPresent() ? 0 : 1;
  }
}
