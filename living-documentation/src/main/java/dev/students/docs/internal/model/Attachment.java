package dev.students.docs.internal.model;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;

/**
 * Something that a step or a hook attached.
 *
 * @param hook the hook that attached it, as people read it; empty for a step
 * @param mediaType without parameters, in lower case
 */
public record Attachment(String hook, String name, String mediaType, String body, boolean base64) {

  /** Its name; what Cucumber's {@code log} attaches has none. */
  public String title() {
    if (!name.isBlank()) {
      return name;
    }
    return mediaType.startsWith("text/x.cucumber.log") ? "Log" : "Attachment";
  }

  public boolean isTable() {
    return mediaType.equals("text/tab-separated-values");
  }

  public boolean isLink() {
    return mediaType.equals("text/uri-list");
  }

  /** Whether it is shown as letters: all that is not binary, also markup. */
  public boolean isText() {
    return !base64 || mediaType.startsWith("text/") || mediaType.equals("application/json");
  }

  public byte[] bytes() {
    return base64 ? Base64.getMimeDecoder().decode(body) : body.getBytes(UTF_8);
  }

  /** Without the codes that colour a terminal. */
  public String text() {
    return TerminalCodes.removedFrom(base64 ? new String(bytes(), UTF_8) : body);
  }

  /** Whether its body is in the encoding that it names; otherwise it has no bytes. */
  public boolean isReadable() {
    if (!base64) {
      return true;
    }
    try {
      Base64.getMimeDecoder().decode(body);
      return true;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
