package dev.students.cli.internal.command;

import dev.students.cli.internal.output.Answer;
import dev.students.cli.internal.output.Outcome;
import dev.students.cli.internal.targets.OpenTarget;
import dev.students.cli.internal.targets.UnconfirmedAward;
import dev.students.data.AwardId;
import dev.students.data.AwardOutcome;
import dev.students.data.InvalidValueException;
import dev.students.data.StudentId;
import dev.students.data.StudentStoreException;
import dev.students.data.XpAward;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
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
          "The award's id, which is applied once: up to 128 of A-Z a-z 0-9 . _ : -. Random when left"
              + " out.")
  private @Nullable AwardId givenId;

  private @Nullable UnconfirmedAward unconfirmed;

  @Override
  void check() {
    try {
      XpAward unused = XpAward.of(AwardId.random(), amount);
    } catch (InvalidValueException e) {
      throw usage("AMOUNT " + e.rule() + ".");
    }
  }

  @Override
  Answer run(OpenTarget target) {
    if (givenId != null) {
      return award(givenId, target);
    }
    try (UnconfirmedAward award =
        UnconfirmedAward.take(
            folders().state(), target.description(), id, amount, InstantSource.system())) {
      unconfirmed = award;
      award.before().ifPresent(sent -> sayThatItIsRepeated(award.id(), sent));
      return award(award, target);
    }
  }

  private AwardAnswer award(UnconfirmedAward award, OpenTarget target) {
    try {
      AwardAnswer answer = award(award.id(), target);
      award.settle();
      return answer;
    } catch (StudentStoreException refused) {
      if (!writes().mayHaveTakenEffect()) {
        award.settle();
      }
      throw refused;
    } catch (RuntimeException e) {
      if (!mayHaveTakenEffect()) {
        award.settle();
      }
      throw e;
    }
  }

  private AwardAnswer award(AwardId awardId, OpenTarget target) {
    XpAward award = XpAward.of(awardId, amount);
    AwardOutcome outcome = store(target).awardXp(id, award);
    return new AwardAnswer(
        outcome == AwardOutcome.APPLIED ? Outcome.DONE : Outcome.ALREADY_APPLIED, id, award);
  }

  private void sayThatItIsRepeated(AwardId awardId, Instant sent) {
    console()
        .say(
            "Repeating the award of %tT, whose outcome is unknown, under its id %s, so that it counts once. To make another award, run the command again."
                .formatted(sent.atZone(ZoneId.systemDefault()), awardId.value()));
  }

  /** Includes attempts of an earlier run of the same command. */
  @Override
  boolean mayHaveTakenEffect() {
    return super.mayHaveTakenEffect()
        || (unconfirmed != null && unconfirmed.isRecorded() && unconfirmed.before().isPresent());
  }

  @Override
  Optional<Repetition> repetition() {
    return Optional.ofNullable(givenId)
        .or(() -> Optional.ofNullable(unconfirmed).map(UnconfirmedAward::id))
        .map(this::repetition);
  }

  private Repetition repetition(AwardId awardId) {
    String option = "--award-id " + awardId.value();
    boolean recorded = unconfirmed != null && unconfirmed.isRecorded();
    return new Repetition(
        "It may have taken effect all the same. Run it again "
            + (recorded ? "within an hour, or at any time with " + option : "with " + option)
            + ": the award is then applied once.",
        List.of("--award-id", awardId.value()));
  }

  @Override
  String whenNotFound() {
    return " If it was deleted, restore it first: students restore " + id.value() + ".";
  }
}
