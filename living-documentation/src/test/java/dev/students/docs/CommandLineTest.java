package dev.students.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.students.docs.internal.DocumentationCommand;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandLineTest {

  private final Path folder;
  private final String site;

  CommandLineTest(@TempDir Path folder) {
    this.folder = folder;
    this.site = folder.resolve("site").toString();
  }

  @Test
  void command_onARunThatPassed_saysWhatItMade() {
    run("PASSED");

    assertThat(command("--runs", folder.toString(), "--out", site))
        .matches(
            "0 \\Q"
                + site
                + "\\E/index.html: 3 pages, \\d+ kB\n1 scenario: all that was run passed\n");
  }

  @Test
  void command_onARunThatFailed_saysSoAndExitsWith1() {
    run("FAILED");

    assertThat(command("--runs", folder.toString(), "--out", site))
        .endsWith("\n1 scenario, 1 needs attention\n")
        .startsWith("1 ");
  }

  @Test
  void command_withTitleAndIntroduction_putsThemOnTheStartPage() {
    run("PASSED");

    command(
        "--runs",
        folder.toString(),
        "--out",
        site,
        "--title",
        "Books",
        "--introduction",
        "*Ours*.");

    Document start = new Fixture(folder).parsed("index.html");
    assertThat(start.select("h1").text()).isEqualTo("Books");
    assertThat(start.select(".lead em").text()).isEqualTo("Ours");
  }

  @Test
  void command_withoutAFolderOfRuns_saysWhatToGiveAndExitsWith3() {
    String none = folder.resolve("none").toString();

    assertThat(command("--runs", none, "--out", site))
        .isEqualTo(
            "3 " + none + " is not a folder: give the folder that holds the runs, a folder each\n");
  }

  @Test
  void command_withoutWhatIsRequired_showsTheUsageAndExitsWith2() {
    assertThat(command("--runs", "x"))
        .startsWith("2 Missing required option: '--out=DIR'\nUsage: living-documentation ");
    assertThat(command("--what", "x")).startsWith("2 ");
    assertThat(command("--runs"))
        .startsWith("2 Missing required parameter for option '--runs' (DIR)\n");
  }

  @Test
  void command_askedForHelp_tellsOptionsAndExitCodes() {
    assertThat(command("--help"))
        .startsWith("0 Usage: ")
        .contains("--runs=DIR", "Exit codes:", "needs attention");
  }

  private void run(String status) {
    Messages.ofARun()
        .feature("features/a.feature", "A", "S")
        .ran("features/a.feature", "S", status)
        .finished(true)
        .writeTo(folder.resolve("run"), "");
  }

  private static String command(String... arguments) {
    StringWriter said = new StringWriter();
    PrintWriter out = new PrintWriter(said, true);
    int status = DocumentationCommand.run(arguments, out, out);
    return status + " " + said;
  }
}
