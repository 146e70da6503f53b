package dev.students.cli.internal.command;

import dev.students.cli.internal.output.Answer;
import dev.students.cli.internal.targets.OpenTarget;
import dev.students.truncation.TableTruncation;
import dev.students.truncation.TruncationPermit;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Deletes all items of the table. */
@Command(
    name = "truncate",
    description = "Delete every item of the table, where the environment permits it. Asks first.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  students truncate --dry-run",
      "  students truncate --environment dev",
      "  students truncate --confirm students --output json"
    })
final class TruncateCommand extends TargetCommand {

  private static final Duration PROGRESS = Duration.ofMillis(200);

  @Option(
      names = "--confirm",
      paramLabel = "TABLE",
      description = "The table's name, to confirm without a prompt.")
  private @Nullable String confirm;

  @Option(
      names = "--dry-run",
      description = "Count the items and estimate units, cost and time; delete nothing.")
  private boolean dryRun;

  @Option(
      names = "--concurrency",
      paramLabel = "N",
      description = "Concurrent requests, 1 to 256; 8 by default.")
  private long concurrency = 8;

  @Option(
      names = "--accept-stream",
      description = "The table may have a stream; its readers will see every deletion.")
  private boolean acceptStream;

  @Option(
      names = "--accept-replicas",
      description = "The table may have replicas in other Regions; they will be truncated too.")
  private boolean acceptReplicas;

  @Option(
      names = "--allow-host",
      paramLabel = "HOST",
      description =
          "The host of --endpoint again, to confirm that it is an emulator although not this machine.")
  private @Nullable String allowedHost;

  @Override
  void check() {
    int unused = within("--concurrency", concurrency, 1, 256);
  }

  @Override
  Answer run(OpenTarget target) {
    TruncationPermit permit = target.truncationPermit(Optional.ofNullable(allowedHost));
    if (dryRun) {
      return estimate(target, permit);
    }
    Confirmation confirmation =
        new Confirmation(
            "This deletes every item of table " + target.tableName() + " for good.",
            target.tableName(),
            "--confirm");
    Optional<Failure> refusal = confirmation.refusal(console(), confirm);
    return refusal.isPresent() ? refusal.get() : empty(target, permit);
  }

  @Override
  Optional<Repetition> repetition() {
    return Optional.of(Repetition.ofTheSame("Run it again to resume."));
  }

  private Answer estimate(OpenTarget target, TruncationPermit permit) {
    try (TruncationBar bar = TruncationBar.ofCounting(console())) {
      return new EstimateAnswer(truncation(target, permit, bar).dryRun());
    }
  }

  private Answer empty(OpenTarget target, TruncationPermit permit) {
    try (TruncationBar bar = TruncationBar.ofDeleting(console())) {
      return new TruncationAnswer(truncation(target, permit, bar).run());
    }
  }

  /** The table's name has already been confirmed, or nothing is deleted. */
  private TableTruncation truncation(
      OpenTarget target, TruncationPermit permit, TruncationBar bar) {
    TableTruncation.Builder truncation =
        TableTruncation.builder(target.client(), permit, target.tableName())
            .concurrency(Math.toIntExact(concurrency))
            .listener(bar)
            .progressInterval(PROGRESS);
    if (acceptStream) {
      truncation.acceptStream();
    }
    if (acceptReplicas) {
      truncation.acceptReplicas();
    }
    return truncation.build();
  }
}
