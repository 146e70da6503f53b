package dev.students.cli.internal.command;

import dev.students.cli.internal.output.Answer;
import dev.students.cli.internal.place.Place;
import dev.students.truncation.TableTruncation;
import dev.students.truncation.TruncationPermit;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Empties the table. */
@Command(
    name = "truncate",
    description = "Delete every item of the table, where the environment permits it. Asks.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  students truncate --dry-run",
      "  students truncate --environment dev",
      "  students truncate --confirm students --output json"
    })
final class TruncateCommand extends PlaceCommand {

  private static final Duration PROGRESS = Duration.ofMillis(200);

  @Option(
      names = "--confirm",
      paramLabel = "TABLE",
      description = "The table's name, instead of being asked.")
  private @Nullable String confirm;

  @Option(
      names = "--dry-run",
      description = "Count the items and estimate units, cost and time; delete nothing.")
  private boolean dryRun;

  @Option(
      names = "--concurrency",
      paramLabel = "N",
      description = "Requests at once, 1 to 256; 8 when left out.")
  private long concurrency = 8;

  @Option(
      names = "--accept-stream",
      description = "The table may have a stream; its readers will see every deletion.")
  private boolean acceptStream;

  @Option(
      names = "--accept-replicas",
      description = "The table may have replicas in other Regions; they will be emptied too.")
  private boolean acceptReplicas;

  @Option(
      names = "--accept-host",
      paramLabel = "HOST",
      description =
          "The host of --endpoint again, when it is not this machine but an emulator all the same.")
  private @Nullable String acceptedHost;

  @Override
  void check() {
    if (concurrency < 1 || concurrency > 256) {
      throw usage("--concurrency must be 1 to 256.");
    }
  }

  @Override
  Answer run(Place place) {
    TruncationPermit permit = place.truncationPermit(Optional.ofNullable(acceptedHost));
    if (dryRun) {
      return estimate(place, permit);
    }
    Confirmation confirmation =
        new Confirmation(
            "This deletes every item of table " + place.tableName() + " for good.",
            place.tableName(),
            "--confirm");
    Optional<Failure> refusal = confirmation.refusal(console(), confirm);
    return refusal.isPresent() ? refusal.get() : empty(place, permit);
  }

  @Override
  Optional<String> repetition() {
    return Optional.of("Run it again to go on.");
  }

  private Answer estimate(Place place, TruncationPermit permit) {
    try (TruncationBar bar = TruncationBar.ofCounting(console())) {
      return new EstimateAnswer(truncation(place, permit, bar).dryRun());
    }
  }

  private Answer empty(Place place, TruncationPermit permit) {
    try (TruncationBar bar = TruncationBar.ofDeleting(console())) {
      return new TruncationAnswer(truncation(place, permit, bar).run());
    }
  }

  /** The table's name has been repeated already, or nothing is deleted. */
  private TableTruncation truncation(Place place, TruncationPermit permit, TruncationBar bar) {
    TableTruncation.Builder truncation =
        TableTruncation.builder(place.client(), permit, place.tableName())
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
