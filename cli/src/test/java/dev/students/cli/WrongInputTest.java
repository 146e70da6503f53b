package dev.students.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** An invalid command line exits with 2 and one paragraph, and opens no target. */
class WrongInputTest {

  private static final String LONG = "x".repeat(129);

  private final Path folder;

  WrongInputTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          gte s-1                                         | There is no such command. There are
          get                                             | ID is missing.
          get s-1 s-2                                     | Unexpected argument
          get s/1                                         | ID must be 1 to 128 characters
          get LONG                                        | ID must be 1 to 128 characters
          get s-1 --bogus                                 | There is no option --bogus. See
          get s-1 --bogus=Ada                             | There is no option --bogus.
          get s-1 --output xml                            | --output must be one of text, json, jsonl.
          get s-1 --output                                | --output is missing
          get @pom.xml                                    | ID must be 1 to 128 characters
          get s-1 --local=yes                             | --local takes no value.
          find                                            | EMAIL is missing.
          find ada                                        | EMAIL must
          find a@b@c                                      | EMAIL must
          create --first-name Ada                         | --last-name and --email are missing.
          create --first-name A --last-name B --email c   | --email must
          create --first-name A --first-name B            | --first-name is given twice.
          create --first-name \u0007 --last-name B --email c@d | --first-name must
          create --first-name \uFFFD --last-name B --email c@d | --first-name must be UTF-8
          update s-1                                      | Say what to change
          update s-1 --last-name X --expected-version one | --expected-version must be a whole
          update s-1 --last-name X --expected-version -1  | --expected-version must be a whole
          update s-1 --email nobody                       | --email must
          delete                                          | ID is missing.
          delete s-1 --expected-version 1.5               | --expected-version must be a whole
          restore s\u00e9                                 | ID must be 1 to 128 characters
          award-xp s-1                                    | AMOUNT is missing.
          award-xp                                        | ID is missing.
          award-xp s-1 many                               | AMOUNT must be a whole number.
          award-xp s-1 0                                  | AMOUNT must be from 1 to 9007199254740991
          award-xp s-1 9007199254740992                   | AMOUNT must be from 1 to 9007199254740991
          award-xp s-1 99999999999999999999               | AMOUNT must be a whole number.
          award-xp s-1 5 --award-id a/b                   | --award-id must be 1 to 128 characters
          award-xp s-1 5 --bogus                          | There is no option --bogus. See
          award-xp s-1 50 --award essay                   | There is no option --award. Did you mean --award-id?
          award-xp --award essay s-1                      | There is no option --award. Did you mean --award-id?
          award-xp s-1 --award=essay                      | There is no option --award. Did you mean --award-id?
          award-xp --amount 50                            | There is no option --amount. See
          create --firstname Ada                          | There is no option --firstname. Did you mean --first-name?
          create --first-name A --mail a@b.c              | There is no option --mail. Did you mean --email?
          get s-1 --endpoint http://c --tabel abc         | There is no option --tabel. Did you mean --table?
          crate --first-name Ada                          | There is no such command. Did you mean create?
          --enviroment dev get s-1                        | There is no option --enviroment. Did you mean --environment?
          awards                                          | ID is missing.
          erase                                           | ID is missing.
          truncate --concurrency 0                        | --concurrency must be 1 to 256.
          truncate --concurrency 1000                     | --concurrency must be 1 to 256.
          truncate --concurrency 99999999999              | --concurrency must be 1 to 256.
          truncate --concurrency many                     | --concurrency must be a whole number.
          truncate students                               | Unexpected argument
          list --limit 0                                  | --limit must be 1 or more.
          list --limit few                                | --limit must be a whole number.
          list --limit 5 --all                            | Give --limit or --all, not both.
          list --after s/1                                | --after must be 1 to 128 characters
          export                                          | --to is missing.
          export --to - --format xml                      | --format must be one of csv, jsonl.
          export --to - --id s-1 --with-awards            | --id has one format
          export --to - --from-export x --local           | --from-export reads a folder instead
          export --to - --concurrency 0                   | --concurrency must be 1 to 256.
          import                                          | FILE is missing.
          import a.csv b.csv                              | Unexpected argument
          import a.csv --separator ;;                     | --separator must be one ASCII character
          import a.csv --separator "                      | --separator must be one ASCII character
          import a.csv --charset klingon                  | --charset must be the name of an encoding
          import a.csv --column E-Mail                    | --column must be FIELD=NAME with a FIELD of id,
          import a.csv --column mail=E-Mail               | --column must be FIELD=NAME with a FIELD of id,
          import a.csv --column version=V                 | --column must be FIELD=NAME with a FIELD of id,
          import a.csv --column email=A --column email=B  | --column names email twice.
          import a.csv --rejected a.csv                   | --rejected must be another file.
          import a.csv --concurrency 257                  | --concurrency must be 1 to 256.
          check --dry-run                                 | --dry-run requires --repair
          check --repair --from-export x                  | --repair needs the table
          check --concurrency 0                           | --concurrency must be 1 to 256.
          --environment dev check --from-export x         | --from-export reads a folder instead
          take-over students                              | Unexpected argument
          get s-1 --environment Dev                       | --environment must be
          get s-1 --endpoint localhost:8000 --table abc   | --endpoint must begin with http
          get s-1 --endpoint http:///x --table abc        | --endpoint must name a host
          get s-1 --endpoint http://[ --table abc         | --endpoint must be a URL
          get s-1 --endpoint http://c:99999 --table abc   | --endpoint must have a port
          get s-1 --endpoint http://a:b@c --table abc     | --endpoint must not hold a password
          get s-1 --endpoint http://c                     | --table is missing.
          get s-1 --endpoint http://c --table a/b         | --table must be 3 to 255
          get s-1 --table abc                             | --endpoint is missing.
          get s-1 --environment dev --endpoint http://c --table abc | Choose one target: --local
          get s-1 --local --environment dev               | Choose one target: --local
          --local get s-1 --environment dev               | Choose one target: --local
          get s-1 --environment dev --environment abc     | Choose one target: --local
          --environment dev demo                          | demo works in memory
          demo --environment dev                          | There is no option --environment. See
          """)
  void commandLine_invalid_isRefusedBeforeTheTargetIsOpened(String line, String says) {
    Run run = Run.of(line.replace("LONG", LONG).split(" +"));

    assertThat(run.exitCode()).as(run.err()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).startsWith("students: " + says).containsOnlyOnce("\n");
    assertThat(run.err()).containsPattern(" See students( [a-z-]+)? --help\\.\n");
    assertThat(run.err()).doesNotContain("Exception", "\tat ");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          award-xp s-1 many --output json   | "command":"award-xp","target":null
          --output=JSON get s-1 --bogus     | "command":"get","target":null
          gte s-1 --output json             | "command":null,"target":null
          """)
  void commandLine_invalidWithJsonOutput_isReportedAsJson(String line, String beginning) {
    Run run = Run.of(line.split(" +"));

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.out())
        .startsWith("{" + beginning + ",\"outcome\":\"invalid\",\"error\":{\"kind\":\"usage\",")
        .contains(run.err().strip().replace("students: ", ""));
  }

  @Test
  void commandLine_invalid_createsNoDataFolder() {
    Path data = folder.resolve("data");

    assertThat(Run.of("award-xp", "s-1", "0", "--data", data.toString()).exitCode()).isEqualTo(2);
    assertThat(Run.of("get", "s/1", "--data", data.toString()).exitCode()).isEqualTo(2);

    assertThat(data).doesNotExist();
  }

  @Test
  void commandLine_empty_showsTheHelp() {
    Run run = Run.of();

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("Usage: students", "Exit codes:");
  }

  @Test
  void help_asACommand_equalsTheHelpOption() {
    assertThat(Run.of("help", "get")).isEqualTo(Run.of("get", "--help"));
    assertThat(Run.of("help")).isEqualTo(Run.of("--help"));
  }

  @ParameterizedTest
  @ValueSource(ints = {40, 60, 80, 200})
  void help_fitsTheTerminal(int columns) {
    List<String> commands = commands();
    assertThat(commands).hasSize(18);

    for (String command : commands) {
      Run help = Run.atColumns(columns, command, "--help");

      assertThat(help.exitCode()).isZero();
      assertThat(linesWithoutColor(help))
          .as(command)
          .allMatch(line -> line.length() <= Math.min(columns, 80));
    }
    assertThat(linesWithoutColor(Run.atColumns(columns, "--help")))
        .allMatch(line -> line.length() <= Math.min(columns, 80));
  }

  @Test
  void help_narrowTerminal_isComplete() {
    for (String command : commands()) {
      assertThat(words(Run.atColumns(40, command, "--help")))
          .containsExactlyElementsOf(words(Run.of(command, "--help")));
    }
  }

  private static List<String> commands() {
    return Run.of("--help")
        .out()
        .lines()
        .filter(line -> line.matches("  [a-z][a-z-]+  +[A-Z].*"))
        .map(line -> line.strip().replaceFirst(" .*", ""))
        .toList();
  }

  private static Stream<String> linesWithoutColor(Run run) {
    return run.out().replaceAll("\u001b\\[[0-9;]*m", "").lines();
  }

  private static List<String> words(Run run) {
    return List.of(run.out().strip().split("\\s+"));
  }
}
