package dev.students.benchmarks;

import dev.students.benchmarks.CannedBenchmark.By;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * The time of a process that reads one student, for each HTTP client, with and without what makes a
 * JVM start sooner; and the command line's.
 */
final class StartPart implements Part {

  private static final String PROGRAM = "program";
  private static final String START = "start";
  private static final String MILLIS = "millis";
  private static final String PLAIN = "as it is";
  private static final String SHARED = "class-data sharing";
  private static final String AOT = "AOT cache";
  private static final int LEAST_ROUNDS = 3;
  private static final int MOST_ROUNDS = 7;
  private static final List<String> QUICK =
      List.of(
          "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xlog:disable", "-Xlog:all=error:stderr");

  private static final Pattern OF_A_SERVICE =
      Pattern.compile(
          "SNAPSHOT|classes|awssdk|netty|httpcomponents|reactive-streams|eventstream|slf4j|jspecify");

  /** A command that is timed once a round. */
  private record Cell(Map<String, String> what, List<String> command) {}

  @Override
  public String name() {
    return "start";
  }

  @Override
  public Measurements measure(Setting setting) throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("start");
    long end = System.nanoTime() + setting.time().toNanos();
    List<Measured> all = new ArrayList<>();
    try (DynamoDbClient client = LocalTable.client(setting.endpoint());
        LocalTable table = LocalTable.create(client)) {
      By.STORE.students(client, table.name()).create(Operation.ADA, Operation.ADAS_EMAIL);
      List<Cell> cells = new ArrayList<>();
      for (HttpStack stack : HttpStack.values()) {
        List<String> program =
            List.of(
                "-cp",
                jars(),
                FirstAnswer.class.getName(),
                stack.name(),
                setting.endpoint().toString(),
                table.name());
        cells.addAll(cells(stack.title(), program, folder));
      }
      cells.addAll(commandLine(setting.root(), folder));
      cells.forEach(cell -> time(cell.command()));
      for (int round = 0;
          round < LEAST_ROUNDS || (round < MOST_ROUNDS && System.nanoTime() < end);
          round++) {
        for (Cell cell : cells) {
          Map<String, String> what = new LinkedHashMap<>(cell.what());
          what.put(Measured.ROUND, Integer.toString(round));
          all.add(new Measured(what, Map.of(MILLIS, time(cell.command()))));
        }
      }
    } finally {
      delete(folder);
    }
    return new Measurements(all);
  }

  /** A program in all kinds of start, without those whose archive the JVM does not make of it. */
  private static List<Cell> cells(String title, List<String> program, Path folder) {
    List<Cell> cells = new ArrayList<>();
    Jdk newest = Jdk.newest();
    for (Jdk jdk : newest.equals(Jdk.own()) ? List.of(newest) : List.of(Jdk.own(), newest)) {
      String archive = folder.resolve("%s-%d".formatted(slug(title), jdk.version())).toString();
      String shared = archive + ".jsa";
      cells.add(cell(title, PLAIN, jdk, List.of(), program));
      if (makes(shared, command(jdk, List.of("-XX:ArchiveClassesAtExit=" + shared), program))) {
        cells.add(cell(title, SHARED, jdk, List.of("-XX:SharedArchiveFile=" + shared), program));
      }
      String cache = archive + ".aot";
      if (jdk.version() >= 25
          && makes(cache, command(jdk, List.of("-XX:AOTCacheOutput=" + cache), program))) {
        cells.add(cell(title, AOT, jdk, List.of("-XX:AOTCache=" + cache), program));
      }
    }
    return cells;
  }

  private static boolean makes(String file, List<String> command) {
    return status(command) == 0 && Files.exists(Path.of(file));
  }

  private static Cell cell(
      String title, String start, Jdk jdk, List<String> options, List<String> program) {
    return new Cell(
        Map.of(PROGRAM, title, START, "JDK " + jdk.version() + ", " + start),
        command(jdk, options, program));
  }

  private static List<String> command(Jdk jdk, List<String> options, List<String> program) {
    return Stream.of(List.of(jdk.java().toString()), QUICK, options, program)
        .flatMap(List::stream)
        .toList();
  }

  /** The command line, if it was built: by its jar, and by the script with its own archive. */
  private static List<Cell> commandLine(Path root, Path folder) {
    Path jar = root.resolve("cli/target/students.jar");
    if (!Files.exists(jar)) {
      return List.of();
    }
    String script = root.resolve("students").toString();
    String data = folder.resolve("data").toString();
    time(
        List.of(
            script,
            "create",
            "--data",
            data,
            "--id",
            Operation.ADA,
            "--first-name",
            "Ada",
            "--last-name",
            "Lovelace",
            "--email",
            Operation.ADAS_EMAIL));
    List<Cell> cells = new ArrayList<>();
    for (List<String> arguments :
        List.of(List.of("--help"), List.of("get", Operation.ADA, "--data", data))) {
      String title = "students " + (arguments.size() == 1 ? "--help" : "--local get");
      List<String> byJar =
          Stream.concat(Stream.of("-jar", jar.toString()), arguments.stream()).toList();
      cells.addAll(cells(title, byJar, folder));
      cells.add(
          new Cell(
              Map.of(PROGRAM, title, START, "./students"),
              Stream.concat(Stream.of(script), arguments.stream()).toList()));
    }
    return cells;
  }

  /** What a service has on its class path, as jars: not DynamoDB Local, for one. */
  private static String jars() {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1))
        .filter(entry -> OF_A_SERVICE.matcher(entry).find())
        .map(entry -> entry.endsWith(".jar") ? entry : jar(Path.of(entry)))
        .collect(Collectors.joining(File.pathSeparator));
  }

  private static String jar(Path classes) {
    try (Stream<Path> files = Files.list(classes.toAbsolutePath().getParent())) {
      return files
          .map(Path::toString)
          .filter(name -> name.matches(".*SNAPSHOT\\.jar|.*-\\d[^-]*\\.jar"))
          .findFirst()
          .orElse(classes.toString());
    } catch (IOException e) {
      return classes.toString();
    }
  }

  /** Milliseconds from the start of a process to its end. */
  private static double time(List<String> command) {
    long start = System.nanoTime();
    int status = status(command);
    double millis = (System.nanoTime() - start) / 1e6;
    if (status != 0) {
      throw new IllegalStateException(
          "Ended with %d: %s"
              .formatted(status, command.stream().filter(word -> word.length() < 200).toList()));
    }
    return millis;
  }

  private static int status(List<String> command) {
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.DISCARD);
    builder.environment().put("STUDENTS_BUILD", "never");
    try {
      return builder.start().waitFor();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(each);
      }
    }
  }

  private static String slug(String title) {
    return title.replaceAll("[^A-Za-z0-9]+", "-");
  }

  @Override
  public String section(Measurements measured) {
    List<String> starts = measured.values(START);
    Table table = new Table(Table.cells(starts, ""));
    for (String program : measured.values(PROGRAM)) {
      Measurements row = measured.where(PROGRAM, program);
      Measurements reference =
          program.startsWith("students")
              ? row.where(START, starts.get(0))
              : measured
                  .where(PROGRAM, HttpStack.URL_CONNECTION.title())
                  .where(START, starts.get(0));
      List<String> ratios =
          starts.stream()
              .map(start -> row.where(START, start).ratioText(MILLIS, reference))
              .toList();
      table.row(
          Table.cells(ratios, program.startsWith("students") ? Table.code(program) : program));
    }
    return table
        + "\n"
        + advice(measured)
        + """

        ![Time of a process that reads one student](performance/start.svg)
        """;
  }

  private static String advice(Measurements measured) {
    Map<String, Double> best = new LinkedHashMap<>();
    for (HttpStack stack : HttpStack.values()) {
      Measurements row = measured.where(PROGRAM, stack.title());
      if (stack.isSynchronous()) {
        for (String start : row.values(START)) {
          best.put(stack.title() + ", " + start, row.where(START, start).median(MILLIS));
        }
      }
    }
    String quickest =
        best.entrySet().stream().min(Map.Entry.comparingByValue()).orElseThrow().getKey();
    return """
    For a Lambda function and a command line, whose life is short, the one that started soonest with the store: **%s**.
    """
        .formatted(quickest);
  }

  @Override
  public Map<String, String> charts(Measurements measured) {
    String first = measured.values(START).get(0);
    Measurements reference =
        measured.where(PROGRAM, HttpStack.URL_CONNECTION.title()).where(START, first);
    Map<String, Double> bars = new LinkedHashMap<>();
    for (HttpStack stack : HttpStack.values()) {
      Measurements row = measured.where(PROGRAM, stack.title());
      for (String start : row.values(START)) {
        row.where(START, start)
            .ratio(MILLIS, reference)
            .ifPresent(ratio -> bars.put(stack.title() + ", " + start, ratio.median()));
      }
    }
    return Map.of(
        "start",
        new BarChart("Time of a process that reads one student, of url-connection's as it is", bars)
            .svg());
  }
}
