package dev.students.acceptance.internal.targets;

import dev.students.local.TemplateTable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/** The templates synthesized by infra-app. */
public final class Templates {

  private Templates() {}

  /** Returns the students table of an environment's stack. */
  public static TemplateTable table(String environment) {
    String resource = "/templates/students-" + environment + ".template.json";
    try (InputStream in = Templates.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new TargetException(
            "There is no synthesized template of the environment \""
                + environment
                + "\"; the environments are those that cdk.json lists under \"students\".");
      }
      List<TemplateTable> tables = TemplateTable.readAll(in);
      if (tables.size() != 1) {
        throw new TargetException(
            resource + " has " + tables.size() + " tables; the scenarios need exactly one.");
      }
      return tables.get(0);
    } catch (IOException e) {
      throw new UncheckedIOException("The template " + resource + " cannot be read.", e);
    }
  }
}
