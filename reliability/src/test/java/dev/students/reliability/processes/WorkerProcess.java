package dev.students.reliability.processes;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A {@link Worker} in a JVM of its own. Not thread-safe. */
final class WorkerProcess implements AutoCloseable {

  private final Process process;
  private final BufferedReader output;

  private WorkerProcess(Process process) {
    this.process = process;
    this.output =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
  }

  /** Starts one and waits until it is about to make its first call. */
  static WorkerProcess start(String task, URI endpoint, String table, int first)
      throws IOException {
    WorkerProcess worker =
        new WorkerProcess(
            new ProcessBuilder(
                    ProcessHandle.current().info().command().orElse("java"),
                    "-XX:+UseSerialGC",
                    "-XX:TieredStopAtLevel=1",
                    "-Dreliability.form=" + System.getProperty("reliability.form", ""),
                    "-cp",
                    System.getProperty("java.class.path"),
                    Worker.class.getName(),
                    task,
                    endpoint.toString(),
                    table,
                    Integer.toString(first))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start());
    String line = worker.output.readLine();
    if (!"ready".equals(line)) {
      worker.close();
      throw new IllegalStateException("A worker did not start: " + line);
    }
    return worker;
  }

  /** Ends it as {@code kill -9} does, and reads what it had acknowledged by then. */
  List<String> kill() throws IOException {
    process
        .toHandle()
        .destroyForcibly(); // unlike the process's own method it leaves the output to be read
    return rest();
  }

  /** Reads so many lines, or fewer when it ends before. */
  List<String> lines(int most) throws IOException {
    List<String> lines = new ArrayList<>();
    while (lines.size() < most) {
      String line = output.readLine();
      if (line == null) {
        break;
      }
      lines.add(line);
    }
    return lines;
  }

  /** Reads until it ends by itself. */
  List<String> rest() throws IOException {
    List<String> lines = new ArrayList<>();
    for (String line = output.readLine(); line != null; line = output.readLine()) {
      lines.add(line);
    }
    return lines;
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
