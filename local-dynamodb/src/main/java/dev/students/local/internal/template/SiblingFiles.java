package dev.students.local.internal.template;

import com.fasterxml.jackson.databind.JsonNode;
import dev.students.local.TemplateException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The files that a template refers to, with paths relative to the template's folder. */
public final class SiblingFiles {

  private final Optional<Path> folder;

  private SiblingFiles(Optional<Path> folder) {
    this.folder = folder;
  }

  /** The files of a template that was read from a file. */
  public static SiblingFiles of(Path template) {
    return new SiblingFiles(Optional.ofNullable(template.toAbsolutePath().getParent()));
  }

  /** The files of a template that was read from a stream. */
  public static SiblingFiles unknown() {
    return new SiblingFiles(Optional.empty());
  }

  /** Returns the content of a JSON or YAML file. Empty if the file does not exist. */
  Optional<JsonNode> read(String path) {
    if (folder.isEmpty()) {
      throw new TemplateException(
          "The template refers to the file "
              + path
              + ": read the template from a file instead of a stream.");
    }
    Path file = folder.get().resolve(path);
    if (!Files.isRegularFile(file) || path.matches(".*\\.[cm]?[jt]s")) {
      return Optional.empty(); // programs are not executed, so their values must be given
    }
    try (InputStream in = Files.newInputStream(file)) {
      return Optional.of(TemplateText.parse(in));
    } catch (IOException e) {
      throw new TemplateException("The file " + path + " of the template cannot be read.", e);
    }
  }
}
