package dev.students.docs.internal;

import dev.students.docs.LivingDocumentation;
import dev.students.docs.LivingDocumentationException;
import dev.students.docs.Site;
import dev.students.docs.internal.pages.Counts;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The command line of the executable jar. */
@Command(
    name = "living-documentation",
    description = "Makes a static site from the Cucumber messages of one or many runs.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    usageHelpAutoWidth = true,
    exitCodeOnExecutionException = DocumentationCommand.NO_SITE,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:the site was written, and everything in it passed",
      "1:the site was written, and something in it needs attention: a scenario that did not"
          + " pass, a run that failed or cannot be read",
      "2:the command line is wrong",
      "3:the site cannot be made"
    },
    footer = {
      "",
      "Each run is a folder in DIR with messages.ndjson, as Cucumber's message formatter writes"
          + " it, and optionally run.json. A folder with messages.ndjson is itself one run."
    })
public final class DocumentationCommand implements Callable<Integer> {

  private static final int ATTENTION = 1;
  static final int NO_SITE = 3;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--runs",
      required = true,
      paramLabel = "DIR",
      description = "The folder of the runs.")
  private Path runs = Path.of("");

  @Option(
      names = "--out",
      required = true,
      paramLabel = "DIR",
      description = "Where to write the site. Pages of an earlier site there are replaced.")
  private Path out = Path.of("");

  @Option(names = "--title", paramLabel = "TEXT", description = "What the start page is headed by.")
  private Optional<String> title = Optional.empty();

  @Option(
      names = "--introduction",
      paramLabel = "MARKDOWN",
      description = "What stands under the title.")
  private Optional<String> introduction = Optional.empty();

  private DocumentationCommand() {}

  /** Returns the exit code. */
  public static int run(String[] arguments, PrintWriter out, PrintWriter err) {
    return new CommandLine(new DocumentationCommand())
        .setOut(out)
        .setErr(err)
        .setExecutionExceptionHandler(
            (e, commandLine, parsed) -> {
              if (e instanceof LivingDocumentationException) {
                err.println(e.getMessage());
                return NO_SITE;
              }
              throw e;
            })
        .execute(arguments);
  }

  @Override
  public Integer call() {
    LivingDocumentation documentation = LivingDocumentation.of(runs);
    documentation = title.map(documentation::withTitle).orElse(documentation);
    documentation = introduction.map(documentation::withIntroduction).orElse(documentation);
    Site site = documentation.writeTo(out);
    PrintWriter printer = spec.commandLine().getOut();
    printer.printf(
        "%s: %s, %d kB%n", site.start(), Counts.counted(site.pages(), "page"), site.bytes() / 1000);
    printer.println(summary(site));
    printer.flush();
    return site.green() ? 0 : ATTENTION;
  }

  private static String summary(Site site) {
    String counts =
        (site.rules() == 0 ? "" : Counts.counted(site.rules(), "rule") + open(site.openRules()))
            + (site.rules() == 0 ? "" : "; ")
            + Counts.counted(site.scenarios(), "scenario")
            + open(site.openScenarios());
    String problems =
        site.problems() == 0 ? "" : "; " + Counts.counted(site.problems(), "problem") + " of runs";
    return counts + problems + (site.green() ? ": all that was run passed" : "");
  }

  private static String open(int number) {
    return number == 0 ? "" : ", " + number + (number == 1 ? " needs" : " need") + " attention";
  }
}
