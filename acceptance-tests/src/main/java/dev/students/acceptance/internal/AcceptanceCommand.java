package dev.students.acceptance.internal;

import dev.students.acceptance.internal.target.TargetException;
import dev.students.acceptance.internal.target.TargetOptions;
import dev.students.acceptance.internal.target.Targets;
import dev.students.local.LocalDynamoDbException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The command line of {@code ./acceptance}. */
@Command(
    name = "acceptance",
    mixinStandardHelpOptions = true,
    version = "Students on DynamoDB, acceptance tests",
    description = {
      "",
      "Runs the scenarios of acceptance-tests/features and writes the living documentation.",
      ""
    },
    sortOptions = false,
    usageHelpAutoWidth = true,
    footer = {
      "",
      "Targets:",
      "  embedded    DynamoDB Local in this process, with the table of the synthesized template",
      "  localstack  the deployed stack in a LocalStack container; needs Docker",
      "  endpoint    a stack of its own in an emulator that runs at --endpoint",
      "  aws         the existing stack of --environment; deploys nothing",
      "",
      "Examples:",
      "  ./acceptance",
      "  ./acceptance acceptance-tests/features/05-earning-xp.feature",
      "  ./acceptance --tags '@read-only'",
      "  ./acceptance --target endpoint --endpoint http://127.0.0.1:4566",
      "  ./acceptance --target aws --environment production --allow-production",
      "",
      "The token of a LocalStack edition that needs one is read from LOCALSTACK_AUTH_TOKEN.",
      "",
      "Exit status: 0 if there was at least one scenario and all ran and passed, 1 if not,",
      "2 for wrong arguments or a target that cannot be used."
    })
public final class AcceptanceCommand implements Callable<Integer> {

  @Option(
      names = "--target",
      paramLabel = "TARGET",
      defaultValue = "embedded",
      description = "Where to run: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
  private Targets target = Targets.EMBEDDED;

  @Option(
      names = "--tags",
      paramLabel = "EXPRESSION",
      description = "Only scenarios whose tags match, for example 'not @truncation'.")
  private @Nullable String tags;

  @Option(
      names = "--threads",
      paramLabel = "N",
      defaultValue = "4",
      description = "Scenarios at the same time (default: ${DEFAULT-VALUE}).")
  private int threads = 4;

  @Option(
      names = "--endpoint",
      paramLabel = "URL",
      description = "The running emulator, for the target endpoint.")
  private @Nullable URI endpoint;

  @Option(
      names = "--allow-host",
      paramLabel = "HOST",
      description = "A host besides loopback that is an emulator's; may be repeated.")
  private List<String> allowedHosts = List.of();

  @Option(
      names = "--emulator-account",
      paramLabel = "ID",
      defaultValue = TargetOptions.ACCOUNT,
      description = "The account that the emulator must say it is (default: ${DEFAULT-VALUE}).")
  private String emulatorAccount = TargetOptions.ACCOUNT;

  @Option(
      names = "--localstack-image",
      paramLabel = "NAME",
      defaultValue = TargetOptions.IMAGE_NAME,
      description = "The image, for other editions (default: ${DEFAULT-VALUE}).")
  private String localStackImage = TargetOptions.IMAGE_NAME;

  @Option(
      names = "--localstack-tag",
      paramLabel = "TAG",
      defaultValue = TargetOptions.IMAGE_TAG,
      description = "Its tag (default: ${DEFAULT-VALUE}, the last that needs no token).")
  private String localStackTag = TargetOptions.IMAGE_TAG;

  @Option(
      names = "--environment",
      paramLabel = "NAME",
      defaultValue = "dev",
      description = "The existing stack's, for the target aws (default: ${DEFAULT-VALUE}).")
  private String environment = "dev";

  @Option(
      names = "--known-student",
      paramLabel = "ID",
      description = "A student who is known to be there, to be found both ways.")
  private @Nullable String knownStudent;

  @Option(
      names = "--allow-production",
      description = "Look at production: the @read-only scenarios, nothing else.")
  private boolean allowProduction;

  @Option(
      names = "--clean-up",
      paramLabel = "RUN",
      description = "Run nothing; remove what a run that was killed has left.")
  private @Nullable String cleanUp;

  @Option(
      names = "--documentation",
      description = "Run nothing; write the living documentation of the runs so far.")
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
      ProjectLayout layout = ProjectLayout.ofWorkingDirectory();
      if (cleanUp != null) {
        return new CleanUp(layout, options(), progress).of(cleanUp);
      }
      if (documentation) {
        return documentation(layout, progress);
      }
      RunRequest request =
          new RunRequest(
              target.with(options()), Optional.ofNullable(tags), threads, features, options());
      return new AcceptanceRun(layout, request, progress).run();
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
            .orElse("There is no run to tell of yet; start one by ./acceptance."));
    return startPage.isPresent() ? 0 : 1;
  }

  private TargetOptions options() {
    return new TargetOptions(
        Optional.ofNullable(endpoint),
        Set.copyOf(allowedHosts),
        emulatorAccount,
        environment,
        Optional.ofNullable(knownStudent),
        allowProduction,
        localStackImage + ":" + localStackTag);
  }
}
