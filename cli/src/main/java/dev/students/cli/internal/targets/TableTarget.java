package dev.students.cli.internal.targets;

/** The target chosen by the user, not opened yet. */
public sealed interface TableTarget extends Target permits LocalFolder, Endpoint, Environment {

  /**
   * Opens it. The caller closes it.
   *
   * @param observer of what is written there
   * @throws TargetUnavailableException when it cannot be used, saying what to do
   * @throws software.amazon.awssdk.core.exception.SdkException when AWS says so
   */
  OpenTarget open(WriteObserver observer);
}
