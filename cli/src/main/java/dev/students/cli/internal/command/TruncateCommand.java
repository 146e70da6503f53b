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
  private int concurrency = 8;

  @Option(
      names = "--accept-stream",
      description = "The table may have a stream; its readers will see every deletion.")
  private boolean acceptStream;

  @Option(
      names = "--accept-replicas",
      description = "The table may have replicas in other Regions; they will be emptied too.")
  private boolean acceptReplicas;

  @Override
  void check() {
    if (concurrency < 1 || concurrency > 256) {
      throw usage("--concurrency must be 1 to 256.");
    }
  }

  @Override
  Answer run(Place place) {
    TruncationPermit permit = place.truncationPermit();
    if (dryRun) {
      return new EstimateAnswer(truncation(place, permit, place.tableName()).build().dryRun());
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

  private Answer empty(Place place, TruncationPermit permit) {
    try (TruncationBar bar = TruncationBar.on(console())) {
      return new TruncationAnswer(
          truncation(place, permit, place.tableName())
              .listener(bar)
              .progressInterval(PROGRESS)
              .build()
              .run());
    }
  }

  private TableTruncation.Builder truncation(
      Place place, TruncationPermit permit, String repeatedName) {
    TableTruncation.Builder truncation =
        TableTruncation.builder(place.client(), permit, repeatedName).concurrency(concurrency);
    if (acceptStream) {
      truncation.acceptStream();
    }
    if (acceptReplicas) {
      truncation.acceptReplicas();
    }
    return truncation;
  }
}
