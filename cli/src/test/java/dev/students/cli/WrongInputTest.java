package dev.students.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A wrong command line ends with 2 and one paragraph, and opens nothing. */
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
          get                                             | Missing required parameter: 'ID'.
          get s-1 s-2                                     | There is a word too many
          get s/1                                         | ID must be 1 to 128 characters
          get LONG                                        | ID must be 1 to 128 characters
          get s-1 --bogus                                 | There is no option --bogus.
          get s-1 --bogus=Ada                             | There is no option --bogus.
          get s-1 --output xml                            | --output must be one of text, json.
          get s-1 --output                                | Missing required
          get @pom.xml                                    | ID must be 1 to 128 characters
          get s-1 --local=yes                             | --local takes no value.
          find                                            | Missing required parameter: 'EMAIL'.
          find ada                                        | EMAIL must
          find a@b@c                                      | EMAIL must
          create --first-name Ada                         | Missing required options
          create --first-name A --last-name B --email c   | --email must
          create --first-name A --first-name B            | option '--first-name'
          create --first-name \u0007 --last-name B --email c@d | --first-name must
          create --first-name \uFFFD --last-name B --email c@d | --first-name must be UTF-8
          update s-1                                      | Say what to change
          update s-1 --last-name X --expected-version one | --expected-version must be a whole
          update s-1 --last-name X --expected-version -1  | --expected-version must be a whole
          update s-1 --email nobody                       | --email must
          delete                                          | Missing required parameter: 'ID'.
          delete s-1 --expected-version 1.5               | --expected-version must be a whole
          restore s\u00e9                                 | ID must be 1 to 128 characters
          award-xp s-1                                    | Missing required parameter: 'AMOUNT'.
          award-xp s-1 many                               | AMOUNT must be a whole number.
          award-xp s-1 0                                  | AMOUNT must be 1 to 9007199254740991
          award-xp s-1 9007199254740992                   | AMOUNT must be 1 to 9007199254740991
          award-xp s-1 99999999999999999999               | AMOUNT must be a whole number.
          award-xp s-1 5 --award-id a/b                   | --award-id must be 1 to 128 characters
          award-xp s-1 5 --bogus                          | There is no option --bogus.
          awards                                          | Missing required parameter: 'ID'.
          erase                                           | Missing required parameter: 'ID'.
          truncate --concurrency 0                        | --concurrency must be 1 to 256.
          truncate --concurrency 1000                     | --concurrency must be 1 to 256.
          truncate --concurrency 99999999999              | --concurrency must be 1 to 256.
          truncate --concurrency many                     | --concurrency must be a whole number.
          truncate students                               | There is a word too many
          get s-1 --environment Dev                       | --environment must be
          get s-1 --endpoint localhost:8000 --table abc   | --endpoint must begin with http
          get s-1 --endpoint http:///x --table abc        | --endpoint must name a host
          get s-1 --endpoint http://[ --table abc         | --endpoint must be a URL
          get s-1 --endpoint http://c:99999 --table abc   | --endpoint must have a port
          get s-1 --endpoint http://a:b@c --table abc     | --endpoint must not hold a password
          get s-1 --endpoint http://c                     | --endpoint needs --table NAME.
          get s-1 --endpoint http://c --table a/b         | --table must be 3 to 255
          get s-1 --table abc                             | --table needs --endpoint URL.
          get s-1 --environment dev --endpoint http://c   | Say one place
          get s-1 --local --environment dev               | Say one place
          demo --environment dev                          | demo works in memory
          """)
  void isRefusedBeforeAnythingIsOpened(String line, String says) {
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
          award-xp s-1 many --output json   | "command":"award-xp","place":null
          --output=JSON get s-1 --bogus     | "command":"get","place":null
          gte s-1 --output json             | "command":null,"place":null
          """)
  void isToldAProgramAsJson(String line, String beginning) {
    Run run = Run.of(line.split(" +"));

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.out())
        .startsWith("{" + beginning + ",\"outcome\":\"invalid\",\"error\":{\"kind\":\"usage\",")
        .contains(run.err().strip().replace("students: ", ""));
  }

  @Test
  void makesNoDataFolder() {
    Path data = folder.resolve("data");

    assertThat(Run.of("award-xp", "s-1", "0", "--data", data.toString()).exitCode()).isEqualTo(2);
    assertThat(Run.of("get", "s/1", "--data", data.toString()).exitCode()).isEqualTo(2);

    assertThat(data).doesNotExist();
  }

  @Test
  void noCommandAtAllShowsTheHelp() {
    Run run = Run.of();

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("Usage: students", "Exit codes:");
  }

  @Test
  void helpIsACommandToo() {
    assertThat(Run.of("help", "get")).isEqualTo(Run.of("get", "--help"));
    assertThat(Run.of("help")).isEqualTo(Run.of("--help"));
  }

  @Test
  void helpFitsEightyColumns() {
    Run help = Run.of("--help");
    assertThat(help.exitCode()).isZero();

    assertThat(help.out().lines().filter(line -> line.matches("  [a-z][a-z-]+  +[A-Z].*")))
        .hasSize(13)
        .map(line -> line.strip().replaceFirst(" .*", ""))
        .allSatisfy(
            command -> {
              Run own = Run.of(command, "--help");
              assertThat(own.exitCode()).isZero();
              assertThat(own.out().lines()).allMatch(line -> line.length() <= 80);
              assertThat(own.out()).contains("students " + command);
            });
  }
}
