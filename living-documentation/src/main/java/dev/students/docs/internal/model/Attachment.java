package dev.students.docs.internal.model;

import java.util.Base64;

/** Something that a step attached. */
public record Attachment(String name, String mediaType, String body, boolean base64) {

  /** What Cucumber's {@code log} attaches has no name. */
  public String title() {
    if (!name.isBlank()) {
      return name;
    }
    return mediaType.startsWith("text/x.cucumber.log") ? "Log" : "Attachment";
  }

  public boolean isTable() {
    return mediaType.startsWith("text/tab-separated-values");
  }

  public boolean isLink() {
    return mediaType.startsWith("text/uri-list");
  }

  /** Whether it is shown as letters: all that is not binary, also markup. */
  public boolean isText() {
    return !base64 || mediaType.startsWith("text/") || mediaType.startsWith("application/json");
  }

  public byte[] bytes() {
    return base64
        ? Base64.getMimeDecoder().decode(body)
        : body.getBytes(java.nio.charset.StandardCharsets.UTF_8);
  }

  public String text() {
    return base64 ? new String(bytes(), java.nio.charset.StandardCharsets.UTF_8) : body;
  }
}
