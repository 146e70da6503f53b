package dev.students.acceptance.internal.targets;

import dev.students.acceptance.internal.console.Progress;
import dev.students.acceptance.internal.workspace.Manifest;
import dev.students.acceptance.internal.workspace.RunFiles;
import java.util.List;

/** A place where scenarios can run. It finds or creates the table, and leaves nothing behind. */
public interface Target {

  /** Its name on the command line. */
  String name();

  /** The environment whose template describes its table, for example {@code dev}. */
  String environment();

  /** The scenarios that cannot or must not run on this target. */
  List<LeftOut> leftOut();

  /**
   * Prepares the target.
   *
   * @throws TargetException if it cannot be used; nothing is left behind
   */
  OpenTarget open(RunFiles run, Progress progress);

  /**
   * Removes the resources listed in the manifest of a killed run. Idempotent.
   *
   * @throws TargetException if that fails; the manifest is kept
   */
  void cleanUp(Manifest manifest, Progress progress);

  /**
   * Scenarios that a target excludes.
   *
   * @param tags the tag expression of the excluded scenarios
   * @param why the reason, for readers of the report
   */
  record LeftOut(String tags, String why) {}
}
