package dev.students.docs;

import dev.students.docs.internal.DocumentationCommand;
import dev.students.docs.internal.pages.SiteWriter;
import dev.students.docs.internal.reading.RunFolders;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.file.Path;

/**
 * Makes a static site of what a system promises, from the Cucumber messages of one or many runs.
 *
 * <p>The runs stand in one folder, each in a folder of its own with {@code messages.ndjson} (see <a
 * href="https://github.com/cucumber/messages">Cucumber messages</a>; any version of the protocol)
 * and, optionally, {@code run.json}, in which every member is optional:
 *
 * <pre>{@code
 * {"environment": "staging", "commit": "<sha>", "time": "2026-11-23T22:00:00Z", "build": "<url>",
 *  "directory": "/home/ci/project", "rerun": "./acceptance --target staging {locations}",
 *  "rawReport": "cucumber.html", "partial": false}
 * }</pre>
 *
 * <p>{@code environment} is where the run took place, "default" when it is missing. {@code time},
 * {@code commit} and {@code build} are otherwise taken from the messages. {@code {locations}}
 * becomes the locations of failing scenarios, as seen from the {@code directory} that the run was
 * started in; features of several checkouts are joined by their paths from there. {@code rawReport}
 * is a file beside it. {@code partial} says that the run was given only some of the features.
 *
 * <p>A run that cannot be read is left out and reported; it does not prevent the others from being
 * documented.
 *
 * <p>Instances are immutable and may be shared between threads; two sites must not be written to
 * one folder at once.
 */
public final class LivingDocumentation {

  private static final String INTRODUCTION =
      "What the system promises, in the words of its features, and whether each promise was kept"
          + " when it was last put to the test.";

  private final Path runs;
  private final String title;
  private final String introduction;
  private final boolean describedOnly;

  private LivingDocumentation(Path runs, String title, String introduction, boolean describedOnly) {
    this.runs = runs;
    this.title = title;
    this.introduction = introduction;
    this.describedOnly = describedOnly;
  }

  /** The documentation that a folder of runs gives. */
  public static LivingDocumentation of(Path runs) {
    return new LivingDocumentation(runs, "Living documentation", INTRODUCTION, false);
  }

  /** What the start page is headed by. */
  public LivingDocumentation withTitle(String newTitle) {
    return new LivingDocumentation(runs, newTitle, introduction, describedOnly);
  }

  /** What stands under the title, in Markdown; markup in it is shown as letters. */
  public LivingDocumentation withIntroduction(String markdown) {
    return new LivingDocumentation(runs, title, markdown, describedOnly);
  }

  /**
   * Passes over folders without {@code run.json}: for a program that writes it last, such folders
   * are of runs that have not ended or were abandoned.
   */
  public LivingDocumentation describedRunsOnly() {
    return new LivingDocumentation(runs, title, introduction, true);
  }

  /**
   * Writes the site into a folder, which is created when missing. Of an earlier site there, pages
   * that no longer exist are removed; other files are left alone.
   *
   * <p>Where none of the runs can be read, the site tells why, so that an earlier one does not
   * remain.
   *
   * @throws LivingDocumentationException when there is no run or the site cannot be written
   */
  public Site writeTo(Path folder) {
    return new SiteWriter(folder).write(RunFolders.read(runs, describedOnly), title, introduction);
  }

  /**
   * The program of the executable jar: {@code --runs DIR --out DIR}. Exits with 0 only when
   * everything passed; {@code --help} tells of the other exit codes.
   */
  public static void main(String... args) {
    System.exit(
        DocumentationCommand.run(
            args,
            new PrintWriter(System.out, true, Charset.defaultCharset()),
            new PrintWriter(System.err, true, Charset.defaultCharset())));
  }
}
