package dev.students.docs;

import dev.students.docs.library.Library;
import io.cucumber.core.cli.Main;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Makes runs by running Cucumber on the features of the library. */
final class Fixture {

  private final Path runs;

  Fixture(Path runs) {
    this.runs = runs;
  }

  Path runs() {
    return runs;
  }

  /** Runs the features that the tags select and keeps messages and facts as one run. */
  Fixture run(String environment, String time, String commit, String tags, Library.Defect defect) {
    Path folder = runs.resolve(time.replace(":", "") + "-" + environment);
    try {
      Files.createDirectories(folder);
      Files.writeString(folder.resolve("run.json"), facts(environment, time, commit));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    System.setProperty("cucumber.publish.quiet", "true");
    Library.set(defect);
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "--plugin",
                "message:" + folder.resolve("messages.ndjson"),
                "--plugin",
                "html:" + folder.resolve("cucumber.html"),
                "--glue",
                "dev.students.docs.library"));
    if (!tags.isEmpty()) {
      arguments.addAll(List.of("--tags", tags));
    }
    arguments.add("classpath:library");
    Main.run(arguments.toArray(String[]::new), Fixture.class.getClassLoader());
    Library.set(Library.Defect.NONE);
    return this;
  }

  private static String facts(String environment, String time, String commit) {
    return """
        {"target": "%s", "environment": "%s", "commit": "%s", "time": "%s",
         "build": "https://ci.example.org/builds/7", "rerun": "./check --target %s {locations}",
         "rawReport": "cucumber.html"}
        """
        .formatted(environment, environment, commit, time, environment);
  }
}
