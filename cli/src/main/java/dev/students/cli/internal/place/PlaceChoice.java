package dev.students.cli.internal.place;

/** Where the user wants to work; nothing is opened yet. */
public sealed interface PlaceChoice extends Whereabouts permits LocalFolder, Endpoint, Environment {

  /**
   * Opens it. The caller closes it.
   *
   * @throws PlaceUnavailableException when it cannot be used, saying what to do
   * @throws software.amazon.awssdk.core.exception.SdkException when AWS says so
   */
  Place open();
}
