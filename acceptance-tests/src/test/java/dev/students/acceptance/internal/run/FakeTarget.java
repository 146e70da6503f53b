package dev.students.acceptance.internal.run;

import dev.students.acceptance.internal.console.Progress;
import dev.students.acceptance.internal.targets.OpenTarget;
import dev.students.acceptance.internal.targets.Target;
import dev.students.acceptance.internal.workspace.Manifest;
import dev.students.acceptance.internal.workspace.RunFiles;
import java.util.List;
import java.util.function.Supplier;

/**
 * A target that excludes no scenarios and creates nothing.
 *
 * @param opening what opening it returns or throws
 * @param cleaning what is done when it is cleaned up
 */
record FakeTarget(Supplier<OpenTarget> opening, Runnable cleaning) implements Target {

  @Override
  public String name() {
    return "embedded";
  }

  @Override
  public String environment() {
    return "dev";
  }

  @Override
  public List<LeftOut> leftOut() {
    return List.of();
  }

  @Override
  public OpenTarget open(RunFiles run, Progress progress) {
    return opening.get();
  }

  @Override
  public void cleanUp(Manifest manifest, Progress progress) {
    cleaning.run();
  }
}
