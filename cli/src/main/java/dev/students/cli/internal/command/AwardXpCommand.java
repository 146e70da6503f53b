package dev.students.cli.internal.command;

import dev.students.cli.internal.output.Answer;
import dev.students.cli.internal.output.Outcome;
import dev.students.cli.internal.targets.OpenTarget;
import dev.students.data.AwardId;
import dev.students.data.AwardOutcome;
import dev.students.data.InvalidValueException;
import dev.students.data.StudentId;
import dev.students.data.XpAward;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Awards or deducts XP, once. */
@Command(
    name = AwardXpCommand.NAME,
    description =
        "Award XP to a student, or deduct it; the same award id is applied once for ever.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  students award-xp s-1 50",
      "  students award-xp s-1 -10",
      "  students award-xp s-1 50 --award-id homework-7"
    })
@SuppressWarnings("NullAway.Init") // picocli sets what is required
public final class AwardXpCommand extends TargetCommand {

  public static final String NAME = "award-xp";

  @Parameters(index = "0", paramLabel = "ID", description = "The student's id.")
  private StudentId id;

  @Parameters(
      index = "1",
      paramLabel = "AMOUNT",
      description = "XP to award, or, when negative, to deduct.")
  private long amount;

  @Option(
      names = "--award-id",
      paramLabel = "ID",
      description =
          "What makes it happen once: up to 128 of A-Z a-z 0-9 . _ : -. Chosen at random when left"
              + " out.")
  private AwardId awardId = AwardId.random();

  @Override
  void check() {
    try {
      XpAward unused = award();
    } catch (InvalidValueException e) {
      throw usage("AMOUNT " + e.rule() + ".");
    }
  }

  @Override
  Answer run(OpenTarget target) {
    XpAward award = award();
    AwardOutcome outcome = store(target).awardXp(id, award);
    return new AwardAnswer(
        outcome == AwardOutcome.APPLIED ? Outcome.DONE : Outcome.ALREADY_APPLIED, id, award);
  }

  @Override
  Optional<String> repetition() {
    return Optional.of(
        "Run it again with --award-id " + awardId.value() + ": the award is then applied once.");
  }

  private XpAward award() {
    return XpAward.of(awardId, amount);
  }

  @Override
  String whenNotFound() {
    return " If it was deleted, restore it first: students restore " + id.value() + ".";
  }
}
