package dev.students.docs;

import dev.students.docs.internal.CommandLine;
import dev.students.docs.internal.pages.SiteView;
import dev.students.docs.internal.pages.SiteWriter;
import dev.students.docs.internal.reading.RunFolders;
import java.nio.file.Path;

/**
 * Makes a static site of what a system promises, from the Cucumber messages of one or many runs.
 *
 * <p>The runs stand in one folder, each in a folder of its own named by the run's id, with {@code
 * messages.ndjson} (see <a href="https://github.com/cucumber/messages">Cucumber messages</a>) and
 * {@code run.json}:
 *
 * <pre>{@code
 * {"target": "embedded", "environment": "embedded", "commit": "<sha or empty>", "time": "2026-11-23T22:00:00Z",
 *  "build": "<url or empty>", "directory": "/home/ci/project", "rerun": "./acceptance --target embedded {locations}",
 *  "rawReport": "cucumber.html", "partial": false}
 * }</pre>
 *
 * <p>{@code environment} and {@code time} are required. {@code {locations}} becomes the places of
 * failing scenarios, as seen from the {@code directory} that the run was started in. {@code
 * rawReport} is a file beside it. {@code partial} says that the run was given only some of the
 * features.
 *
 * <p>Instances are immutable and may be shared between threads; two sites must not be written to
 * one folder at once.
 */
public final class LivingDocumentation {

  private static final String INTRODUCTION =
      "What the system promises, in the words of its features, and whether each promise was kept when it was last put"
          + " to the test.";

  private final Path runs;
  private final String title;
  private final String introduction;

  private LivingDocumentation(Path runs, String title, String introduction) {
    this.runs = runs;
    this.title = title;
    this.introduction = introduction;
  }

  /** The documentation that a folder of runs gives. */
  public static LivingDocumentation of(Path runs) {
    return new LivingDocumentation(runs, "Living documentation", INTRODUCTION);
  }

  /** What the start page is headed by. */
  public LivingDocumentation withTitle(String newTitle) {
    return new LivingDocumentation(runs, newTitle, introduction);
  }

  /** What stands under the title, in Markdown; markup in it is shown as letters. */
  public LivingDocumentation withIntroduction(String markdown) {
    return new LivingDocumentation(runs, title, markdown);
  }

  /**
   * Writes the site into a folder, which is created when missing. Of an earlier site there, pages
   * that no longer exist are removed; other files are left alone.
   *
   * @throws LivingDocumentationException when the runs cannot be read or the site cannot be written
   */
  public Site writeTo(Path folder) {
    SiteWriter writer = new SiteWriter(folder);
    SiteView site = writer.write(RunFolders.read(runs), title, introduction);
    return new Site(
        folder.resolve("index.html"),
        writer.pages(),
        writer.bytes(),
        site.namedRules().size(),
        site.openRules().size());
  }

  /** {@code --runs DIR --out DIR [--title TEXT] [--introduction MARKDOWN]}. */
  public static void main(String... args) {
    System.exit(CommandLine.run(args, System.out, System.err));
  }
}
