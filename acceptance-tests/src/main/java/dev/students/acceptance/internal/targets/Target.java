package dev.students.acceptance.internal.targets;

import dev.students.acceptance.internal.console.Progress;
import dev.students.acceptance.internal.workspace.Manifest;
import dev.students.acceptance.internal.workspace.RunFiles;
import java.util.List;

/** Where scenarios can run: it finds or makes the table, and leaves nothing behind. */
public interface Target {

  /** Its name on the command line. */
  String name();

  /** The environment whose template describes its table, for example {@code dev}. */
  String environment();

  /** What cannot run there, or must not. */
  List<LeftOut> leftOut();

  /**
   * Makes the target ready.
   *
   * @throws TargetException when it cannot be used; nothing is left behind
   */
  OpenTarget open(RunFiles run, Progress progress);

  /**
   * Removes what a run that was killed has left, by its manifest; repeatable.
   *
   * @throws TargetException when it cannot; the manifest stays
   */
  void cleanUp(Manifest manifest, Progress progress);

  /**
   * Scenarios that this target leaves out.
   *
   * @param tags the tag expression of those it leaves out
   * @param why for a reader of the report
   */
  record LeftOut(String tags, String why) {}
}
