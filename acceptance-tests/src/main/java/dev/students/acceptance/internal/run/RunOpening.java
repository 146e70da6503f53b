package dev.students.acceptance.internal.run;

import dev.students.acceptance.internal.console.Paragraph;
import dev.students.acceptance.internal.console.Progress;
import dev.students.acceptance.internal.targets.OpenTarget;
import dev.students.acceptance.internal.targets.StartedProcess;
import dev.students.acceptance.internal.targets.Target;
import dev.students.acceptance.internal.targets.TargetException;
import dev.students.acceptance.internal.targets.TargetFacts;
import dev.students.acceptance.internal.workspace.Manifest;
import dev.students.acceptance.internal.workspace.RunFiles;
import dev.students.acceptance.internal.workspace.RunId;
import java.time.Instant;
import java.util.Optional;

/** Prepares a target for a run, and leaves nothing behind if that fails. */
final class RunOpening {

  /**
   * System properties for the same facts, because Maven's report of the suite lists system
   * properties.
   */
  private static final String FACTS = "acceptance.on";

  private final CurrentRun.Preparation preparation;
  private final Instant start = Instant.now();
  private final RunFiles files;
  private final Target target;
  private final Progress progress;
  private final Interruption interruption;

  private RunOpening(CurrentRun.Preparation preparation) {
    this.preparation = preparation;
    this.files = RunFiles.of(preparation.layout(), RunId.startedAt(start));
    this.target = preparation.request().target();
    this.progress = preparation.progress();
    progress.say("Run " + files.id() + " on " + target.name());
    files.manifest().add(Manifest.Kind.TARGET, target.name());
    files.manifest().add(Manifest.Kind.RUNNER, StartedProcess.describe(ProcessHandle.current()));
    this.interruption = new Interruption(files, target, progress);
  }

  /**
   * Prepares the target.
   *
   * @throws TargetException if it cannot be used; resources created so far are removed, or else the
   *     console explains how to remove them
   */
  static AcceptanceRun open(CurrentRun.Preparation preparation) {
    return new RunOpening(preparation).open();
  }

  private AcceptanceRun open() {
    AcceptanceRun run;
    try {
      OpenTarget opened = openTarget();
      Optional<TargetFacts> facts = facts(opened);
      facts.ifPresent(found -> System.setProperty(FACTS, found.toString()));
      facts.ifPresent(found -> progress.say(Paragraph.of("On " + found)));
      run = new AcceptanceRun(preparation, files, start, interruption, opened, facts);
    } catch (RuntimeException e) {
      interruption.over();
      throw e;
    }
    target
        .leftOut()
        .forEach(some -> progress.say("Left out: " + some.tags() + ": " + some.why() + "."));
    return run;
  }

  private OpenTarget openTarget() {
    try {
      return target.open(files, progress);
    } catch (RuntimeException e) {
      interruption.restIfInterrupted();
      if (files.manifest().namesNothing()) {
        files.manifest().delete();
      } else {
        tellHowToCleanUp();
      }
      throw e;
    }
  }

  private Optional<TargetFacts> facts(OpenTarget opened) {
    try {
      return opened.facts();
    } catch (RuntimeException e) {
      try {
        opened.close();
        files.manifest().delete();
      } catch (RuntimeException afterwards) {
        e.addSuppressed(afterwards);
        tellHowToCleanUp();
      }
      throw e;
    }
  }

  private void tellHowToCleanUp() {
    progress.say("The run may have left something: " + CleanUpFailure.command(files));
  }
}
