package dev.students.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.students.cli.StudentsProcess.AtTerminal;
import dev.students.data.EmailAddress;
import dev.students.data.NewStudent;
import dev.students.data.PersonName;
import dev.students.data.StudentId;
import dev.students.data.StudentStore;
import dev.students.data.StudentTable;
import dev.students.local.LocalDynamoDb;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/** Tests the program as its users start it. */
class StudentsIT {

  private static final String TABLE = "students-it";

  private final Path folder;
  private final StudentsProcess students;

  StudentsIT(@TempDir Path folder) {
    this.folder = folder;
    this.students = new StudentsProcess(folder);
  }

  @Test
  void demo_showsAllOperationsAndLeavesNothingBehind() {
    Run demo = students.run("demo");

    assertThat(demo.exitCode()).as(demo.err()).isZero();
    assertThat(demo.err())
        .isEqualTo("students: DynamoDB Local in memory; units by AWS's rules for item sizes\n");
    assertThat(demo.out()).endsWith("Nothing is left behind.\n").doesNotContain("\u001b");
    assertThat(filesOf(folder)).containsExactlyInAnyOrder("out", "err");
  }

  /** The last locale does not exist, like a local one that was forwarded to a server. */
  @ParameterizedTest
  @ValueSource(strings = {"C", "xx_XX.UTF-8"})
  void students_namesInAnyScriptAndLocale_persistBetweenRuns(String locale) {
    StudentsProcess program = students.with("LC_ALL", locale);
    Run created =
        program.run(
            "create",
            "--id",
            "s-1",
            "--first-name",
            "José",
            "--last-name",
            "Иванов",
            "--email",
            "jose@example.com");
    assertThat(created.exitCode()).as(created.err()).isZero();

    Run found = program.run("find", "JOSE@example.com", "--output", "json");

    assertThat(found.out()).contains("\"firstName\":\"José\",\"lastName\":\"Иванов\"");
    assertThat(found.err())
        .isEqualTo(
            "students: local, folder %s/.local/share/students, table students\n".formatted(folder));
  }

  @Test
  void create_killedAfterItAnswered_persists() {
    List<String> ids = List.of("k-1", "k-2", "k-3");
    for (String id : ids) {
      students.killAtFirstOutput(
          "create", "--id", id, "--first-name", "A", "--last-name", "L", "--email", id + "@b.c");
    }

    assertThat(students.run("list", "--all", "--output", "jsonl").out()).contains(ids);
  }

  @Test
  void program_withoutDynamoDbLocal_doesEverythingElseAndSaysHowToInstallIt() throws IOException {
    Path jar = Files.copy(Path.of("target", "students.jar"), folder.resolve("students.jar"));
    String program = "java -Xshare:auto -jar " + jar + " ";

    Run local = students.bash(program + "get s-1");
    Run demo = students.bash(program + "demo --output json");

    String command =
        "cd %s && jar xf students.jar dynamodb-local/pom.xml && mvn -q -f dynamodb-local"
                .formatted(folder)
            + " dependency:copy-dependencies.";
    assertThat(local.exitCode()).isEqualTo(1);
    assertThat(local.err()).contains(command).doesNotContain("\tat ");
    assertThat(demo.exitCode()).isEqualTo(1);
    assertThat(demo.out()).contains("\"kind\":\"target-unavailable\"", command);
    try (LocalDynamoDb database = LocalDynamoDb.inMemory();
        DynamoDbClient client = fill(database, 3)) {
      String at = " --endpoint " + database.endpoint() + " --table " + TABLE;
      assertThat(students.bash(program + "create --first-name A --last-name L --email a@b.c" + at))
          .satisfies(StudentsIT::isDone);
      assertThat(students.bash(program + "truncate --confirm " + TABLE + at))
          .satisfies(StudentsIT::isDone);
      assertThat(count(client)).isZero();
    }
  }

  @Test
  void archive_afterAFirstRun_holdsClassesOfTheProgramAndOfDynamoDbLocalsLibraries()
      throws IOException {
    isDone(students.run("--version"));
    isDone(students.with("_JAVA_OPTIONS", "-Xlog:class+load:file=loaded").run("list"));

    assertThat(Files.readString(folder.resolve("loaded")))
        .contains(
            " dev.students.cli.Students source: shared objects file\n",
            " org.eclipse.jetty.server.Server source: shared objects file\n");
  }

  @Test
  void program_containsNoPartOfDynamoDbLocal() throws IOException {
    try (JarFile jar = new JarFile(Path.of("target", "students.jar").toFile())) {
      assertThat(jar.stream().map(entry -> entry.getName()))
          .hasSizeGreaterThan(1000)
          .noneMatch(
              name ->
                  name.startsWith("software/amazon/dynamodb/")
                      || name.startsWith("com/amazonaws/services/dynamodbv2/")
                      || name.startsWith("com/amazon/")
                      || name.contains("sqlite4java"));
    }
  }

  /**
   * Settings for AWS and for the network must not affect targets on this machine. The settings come
   * in groups, in which none hides what another would break.
   */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "HTTP_PROXY=http://127.0.0.1:9|http_proxy=http://127.0.0.1:9"
            + "|HTTPS_PROXY=http://127.0.0.1:9|AWS_USE_FIPS_ENDPOINT=true"
            + "|AWS_DEFAULTS_MODE=mobile|AWS_ACCOUNT_ID_ENDPOINT_MODE=required",
        "AWS_ENDPOINT_URL=http://127.0.0.1:9|AWS_ENDPOINT_URL_DYNAMODB=http://127.0.0.1:9"
            + "|AWS_USE_DUALSTACK_ENDPOINT=true|AWS_REGION=eu-west-1"
            + "|JAVA_TOOL_OPTIONS=-Dhttp.proxyHost=127.0.0.1 -Dhttp.proxyPort=9"
            + " -Dhttp.nonProxyHosts="
      })
  void localTarget_awsSettingsOfTheUser_areIgnored(String settings) {
    StudentsProcess program = students;
    for (String setting : settings.split("\\|", -1)) {
      program = program.with(setting.substring(0, setting.indexOf('=')), setting.split("=", 2)[1]);
    }
    String[] create = {"create", "--first-name", "A", "--last-name", "L", "--email", "a@b.c"};

    assertThat(program.run("demo")).satisfies(StudentsIT::isDone);
    assertThat(program.run(create)).satisfies(StudentsIT::isDone);
    try (LocalDynamoDb local = LocalDynamoDb.inMemory();
        DynamoDbClient client = fill(local, 0)) {
      assertThat(program.run(at(local, create))).satisfies(StudentsIT::isDone);
      assertThat(count(client)).isEqualTo(2);
    }
  }

  private static void isDone(Run run) {
    assertThat(run.exitCode()).as(run.err()).isZero();
  }

  @Test
  void output_pipeClosedEarly_isNotAnError() {
    Run run = students.bash("set -o pipefail; students --help | true; echo $? >&2");

    assertThat(run.err()).isEqualTo("0\n");
  }

  @Test
  void importAndExport_pipes_areReadAndWritten() {
    Run run =
        students.bash(
            """
            set -o pipefail
            printf 'id,firstName,lastName,email\\ns-1,A,L,a@x\\n' |
              students import - --data data | sed -n 2p
            students import --data data <(printf 'id,firstName,lastName,email\\ns-2,B,L,b@x\\ns-3,,,\\n') |
              sed -n '1p;3p'
            students export --to /dev/stdout --data data | sed -n 's/^Exported\\(.*\\)in.*/\\1/p'
            """);

    assertThat(run.out())
        .as(run.err())
        .isEqualTo(
            """
            created                       1
            line 3: firstName must not be blank
            created                       1
             2 students\s
            """);
    assertThat(run.exitCode()).isZero();
  }

  @Test
  void output_cannotBeWritten_isAnError() {
    assumeTrue(new File("/dev/full").exists(), "/dev/full is missing: it is Linux's");

    Run run = students.bash("students --version >/dev/full");

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err()).startsWith("students: The results could not be written: ");
  }

  @Test
  void environment_noCredentialsOrRegion_isReportedAsSuch() {
    assertThat(students.run("get", "s-1", "--environment", "dev"))
        .isEqualTo(
            new Run(
                1,
                "",
                "students: There is no AWS Region to work in. Set AWS_REGION, or region in your AWS"
                    + " profile.\n"));
    assertThat(students.with("AWS_REGION", "eu-west-1").run("get", "s-1", "--environment", "dev"))
        .isEqualTo(
            new Run(
                1,
                "",
                "students: There are no AWS credentials to work with in the environment dev. Log"
                    + " in (aws sso login, aws configure) or set AWS_PROFILE.\n"));
  }

  @Test
  void metadataService_neverAnswers_timesOutSoon() throws IOException {
    try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      Run run =
          students
              .with("AWS_EC2_METADATA_DISABLED", "false")
              .with(
                  "AWS_EC2_METADATA_SERVICE_ENDPOINT", "http://127.0.0.1:" + silent.getLocalPort())
              .with("AWS_REGION", "eu-west-1")
              .run("get", "s-1", "--environment", "dev");

      assertThat(run.exitCode()).isEqualTo(1);
      assertThat(run.err()).startsWith("students: There are no AWS credentials to work with");
    }
  }

  @Test
  void awsSettings_unreadable_areReportedAsUserError() {
    Run run = students.with("AWS_MAX_ATTEMPTS", "many").run("demo");

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err()).startsWith("students: The AWS settings of this user cannot be read (");
  }

  @Test
  void completion_prefixOfACommand_listsMatchingCommands() {
    Run run =
        students.bash(
            "source <(students generate-completion);"
                + " compopt() { :; }; COMP_WORDS=(students aw) COMP_CWORD=1; _complete_students;"
                + " echo \"${COMPREPLY[@]}\"");

    assertThat(run).isEqualTo(new Run(0, "award-xp awards\n", ""));
  }

  @Test
  void dataFolder_readOnly_isReported() {
    Run run = onSmallDisk("mount -o remount,ro data && students get s-1 --data data");

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.out()).isEmpty();
    assertThat(run.err())
        .startsWith("students: The data folder ")
        .contains(" cannot be written (Read-only file system). ");
  }

  @Test
  void disk_full_isReportedAndNothingIsPartlyDone() {
    Run run =
        onSmallDisk(
            """
            students create --data data --id s-1 --first-name A --last-name L --email a@b.c
            dd if=/dev/zero of=data/rest 2>/dev/null
            students create --data data --id s-2 --first-name B --last-name L --email b@b.c
            echo "exit $?" >&2
            students create --data data/new --id s-3 --first-name B --last-name L --email b@b.c
            rm -r data/rest
            students get s-1 --data data >/dev/null && students get s-2 --data data
            echo "exit $?" >&2
            """);

    assertThat(run.err())
        .contains("is full. Make room, or give another folder with --data DIR.", "exit 1\n")
        .endsWith("exit 3\n")
        .contains("Run it again with --id s-2: the student is then created once.")
        .doesNotContain("\tat ", "--id s-3");
  }

  @Test
  void export_diskFull_isReportedAndLeavesNothingBehind() {
    try (LocalDynamoDb local = LocalDynamoDb.inMemory();
        DynamoDbClient client = fill(local, 0)) {
      Run run =
          onSmallDisk(
              """
              dd if=/dev/zero of=data/rest 2>/dev/null
              students export --to data/students.csv --endpoint %s --table %s
              echo "exit $?"
              ls data
              """
                  .formatted(local.endpoint(), TABLE));

      assertThat(run.out()).as(run.err()).isEqualTo("exit 1\nrest\n");
      assertThat(run.err()).contains("No space left on device").doesNotContain("\tat ");
      assertThat(count(client)).isZero();
    }
  }

  @Test
  void truncate_terminal_asksAndShowsProgress() {
    assumeScript();
    try (LocalDynamoDb local = LocalDynamoDb.inMemory();
        DynamoDbClient client = fill(local, 500)) {
      AtTerminal terminal = students.atTerminal(at(local, "truncate"));
      Run run = terminal.shows("to continue: ").type(TABLE + "\n").ends();

      assertThat(run.exitCode()).as(run.out()).isZero();
      assertThat(run.out()).contains("Deleting", "items/s", "Deleted 500 items in ", "is empty.");
      assertThat(count(client)).isZero();
    }
  }

  @Test
  void truncate_dryRunAtATerminal_showsProgress() {
    assumeScript();
    try (LocalDynamoDb local = LocalDynamoDb.inMemory();
        DynamoDbClient client = fill(local, 25)) {
      Run run = students.atTerminal(at(local, "truncate", "--dry-run")).ends();

      assertThat(run.exitCode()).as(run.out()).isZero();
      assertThat(run.out()).contains("Counting", "items/s", "items         25, ");
      assertThat(count(client)).isEqualTo(25);
    }
  }

  @Test
  void truncate_noTerminal_showsNoProgress() {
    try (LocalDynamoDb local = LocalDynamoDb.inMemory();
        DynamoDbClient client = fill(local, 25)) {
      Run run = students.run(at(local, "truncate", "--confirm", TABLE));

      assertThat(run.exitCode()).isZero();
      assertThat(run.err())
          .isEqualTo("students: endpoint %s, table %s\n".formatted(local.endpoint(), TABLE));
      assertThat(count(client)).isZero();
    }
  }

  @Test
  void truncate_hostThatIsNotLocal_requiresTheHostToBeConfirmed() {
    try (LocalDynamoDb local = LocalDynamoDb.inMemory();
        DynamoDbClient client = fill(local, 1)) {
      String elsewhere = local.endpoint().toString().replace("127.0.0.1", "0.0.0.0");
      String truncate = "students truncate --table %1$s --confirm %1$s --endpoint %2$s";
      students.with("AWS_ACCESS_KEY_ID", "local").with("AWS_SECRET_ACCESS_KEY", "local");

      Run unnamed = students.bash(truncate.formatted(TABLE, elsewhere));
      assertThat(unnamed.exitCode()).isEqualTo(1);
      assertThat(unnamed.err()).endsWith(" See --allow-host in students truncate --help.\n");
      assertThat(count(client)).isEqualTo(1);

      Run named = students.bash(truncate.formatted(TABLE, elsewhere) + " --allow-host 0.0.0.0");
      assertThat(named.exitCode()).as(named.err()).isZero();
      assertThat(count(client)).isZero();
    }
  }

  @Test
  void truncate_controlC_reportsWhatWasDeleted() {
    assumeScript();
    try (LocalDynamoDb local = LocalDynamoDb.inMemory();
        DynamoDbClient client = fill(local, 6000)) {
      AtTerminal terminal =
          students.atTerminal(at(local, "truncate", "--confirm", TABLE, "--concurrency", "1"));
      Run run = terminal.showsMatch(" [1-9][0-9]*/[0-9?]+ items").type("\u0003").ends();

      assertThat(run.exitCode()).as(run.out()).isEqualTo(130);
      assertThat(run.out()).contains("Stopped: items are left. Run it again to resume.");
      assertThat(run.out()).contains("Deleted %,d items".formatted(6000 - count(client)));
    }
  }

  @Test
  void erase_controlCAtThePrompt_changesNothing() {
    assumeScript();
    try (LocalDynamoDb local = LocalDynamoDb.inMemory();
        DynamoDbClient client = fill(local, 1)) {
      StudentStore store = StudentStore.create(client, TABLE);
      StudentId ada = StudentId.of("ada");
      store.create(
          NewStudent.of(PersonName.of("Ada"), PersonName.of("Lovelace"), EmailAddress.of("a@b.c"))
              .withId(ada));

      Run run =
          students
              .atTerminal(at(local, "erase", "ada"))
              .shows("Type ada to continue: ")
              .type("\u0003")
              .ends();

      assertThat(run.exitCode()).as(run.out()).isEqualTo(130);
      assertThat(store.findById(ada)).isPresent();
    }
  }

  /** Runs a bash script in a mount namespace with a disk of 128 KB at {@code data}. */
  private Run onSmallDisk(String lines) {
    String mount = "mkdir data && mount -t tmpfs -o size=128k none data && ";
    assumeTrue(
        students.bash("unshare --mount --map-root-user true").exitCode() == 0,
        "no mounts of one's own here (unshare)");
    String inner = mount + "{ " + lines + "\n}";
    return students.bash(
        "export -f students; unshare --mount --map-root-user bash -c '" + inner + "'");
  }

  private static void assumeScript() {
    boolean present =
        Stream.of(System.getenv("PATH").split(File.pathSeparator))
            .anyMatch(path -> Files.isExecutable(Path.of(path, "script")));
    assumeTrue(present, "the command script (util-linux), which makes terminals, is missing");
  }

  private static String[] at(LocalDynamoDb local, String... args) {
    return Stream.concat(
            Stream.of(args), Stream.of("--endpoint", local.endpoint().toString(), "--table", TABLE))
        .toArray(String[]::new);
  }

  /** Creates a table with the given number of items. */
  private static DynamoDbClient fill(LocalDynamoDb local, int items) {
    DynamoDbClient client = local.clientBuilder().build();
    client.createTable(StudentTable.createTableRequest(TABLE));
    List<WriteRequest> writes = new ArrayList<>();
    for (int item = 0; item < items; item++) {
      AttributeValue key = AttributeValue.fromS("item#" + item);
      writes.add(
          WriteRequest.builder()
              .putRequest(
                  put ->
                      put.item(Map.of(StudentTable.PARTITION_KEY, key, StudentTable.SORT_KEY, key)))
              .build());
    }
    for (int from = 0; from < items; from += 25) {
      List<WriteRequest> batch = writes.subList(from, Math.min(items, from + 25));
      client.batchWriteItem(request -> request.requestItems(Map.of(TABLE, batch)));
    }
    return client;
  }

  private static int count(DynamoDbClient client) {
    return client.scanPaginator(scan -> scan.tableName(TABLE)).items().stream()
        .mapToInt(item -> 1)
        .sum();
  }

  private static List<String> filesOf(Path folder) {
    String[] names = folder.toFile().list();
    return names == null ? List.of() : List.of(names);
  }
}
