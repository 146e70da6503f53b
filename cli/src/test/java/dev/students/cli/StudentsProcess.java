package dev.students.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.students.testing.Interruptible;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Runs {@code ./students} as a process, with the jar that was built and without this machine's AWS
 * configuration.
 */
final class StudentsProcess {

  private static final Duration LIMIT = Duration.ofSeconds(60);
  private static final Path SCRIPT = Path.of("..", "students").toAbsolutePath().normalize();

  private final Path folder;
  private final Map<String, String> environment = new HashMap<>();

  /**
   * @param folder the folder for its home directory and its output
   */
  StudentsProcess(Path folder) {
    this.folder = folder;
    environment.put("HOME", folder.toString());
    environment.put("PATH", System.getenv("PATH"));
    environment.put("JAVA_HOME", System.getProperty("java.home"));
    environment.put("STUDENTS_BUILD", "never");
    environment.put("AWS_EC2_METADATA_DISABLED", "true");
    environment.put("TERM", "xterm");
  }

  StudentsProcess with(String variable, String value) {
    environment.put(variable, value);
    return this;
  }

  /** Runs a command and waits for its exit. */
  Run run(String... args) {
    List<String> command = new ArrayList<>();
    command.add(SCRIPT.toString());
    command.addAll(Arrays.asList(args));
    return await(command);
  }

  /** Runs a line of bash in which {@code students} is the program. */
  Run bash(String line) {
    return await(List.of("bash", "-c", "students() { " + SCRIPT + " \"$@\"; }; " + line));
  }

  /** Runs a command and kills it as soon as it prints anything. */
  void killAtFirstOutput(String... args) {
    List<String> command = new ArrayList<>(List.of(SCRIPT.toString()));
    command.addAll(Arrays.asList(args));
    Process process = start(command, Redirect.DISCARD);
    try (InputStream out = process.getInputStream()) {
      int first = out.read();
      process.destroyForcibly();
      if (first < 0 || !process.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS)) {
        throw new AssertionError("no output, or not killed");
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  /** Starts a command in a terminal of 80 columns, provided by {@code script} of util-linux. */
  AtTerminal atTerminal(String... args) {
    String line =
        "stty cols 80; exec "
            + SCRIPT
            + Arrays.stream(args).map(arg -> " '" + arg + "'").collect(Collectors.joining());
    return new AtTerminal(
        start(Interruptible.command(List.of("script", "-qefc", line, "/dev/null")), Redirect.PIPE));
  }

  private Run await(List<String> command) {
    Process process = start(command, Redirect.to(folder.resolve("err").toFile()));
    try {
      process.getOutputStream().close();
      if (!process.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new AssertionError("not done in " + LIMIT + ": " + read("err"));
      }
      return new Run(process.exitValue(), read("out"), read("err"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  private Process start(List<String> command, Redirect error) {
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    if (error.equals(Redirect.PIPE)) {
      builder.redirectErrorStream(true);
    } else if (error.equals(Redirect.DISCARD)) {
      builder.redirectError(error);
    } else {
      builder.redirectOutput(folder.resolve("out").toFile());
      builder.redirectError(error);
    }
    builder.environment().clear();
    builder.environment().putAll(environment);
    try {
      return builder.start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String read(String file) {
    try {
      return Files.readString(folder.resolve(file), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A program that runs in a terminal, with its output. */
  static final class AtTerminal {

    private final Process process;
    private final StringBuilder screen = new StringBuilder();

    private AtTerminal(Process process) {
      this.process = process;
      // Reading from a process that says nothing more cannot be ended otherwise.
      CompletableFuture.delayedExecutor(3 * LIMIT.toSeconds(), TimeUnit.SECONDS)
          .execute(process::destroyForcibly);
    }

    /** Waits until the screen shows a text. */
    AtTerminal shows(String text) {
      return showsMatch(Pattern.quote(text));
    }

    /** Waits until the screen shows text that matches the pattern. */
    AtTerminal showsMatch(String form) {
      Pattern pattern = Pattern.compile(form);
      long deadline = System.nanoTime() + LIMIT.toNanos();
      while (!pattern.matcher(screen).find()) {
        if (System.nanoTime() > deadline || !readSome()) {
          process.destroyForcibly();
          throw new AssertionError("not shown: " + form + "; but: " + screen);
        }
      }
      return this;
    }

    /** Types keys. */
    AtTerminal type(String keys) {
      try {
        OutputStream keyboard = process.getOutputStream();
        keyboard.write(keys.getBytes(UTF_8));
        keyboard.flush();
        return this;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    /** Waits for its exit and returns everything that it printed, as {@code out}. */
    Run ends() {
      try {
        while (readSome()) {
          // until the terminal is closed
        }
        if (!process.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS)) {
          process.destroyForcibly();
          throw new AssertionError("does not end; it shows: " + screen);
        }
        return new Run(process.exitValue(), screen.toString(), "");
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new AssertionError(e);
      }
    }

    private boolean readSome() {
      try {
        InputStream in = process.getInputStream();
        byte[] bytes = new byte[8192];
        int read = in.read(bytes);
        if (read > 0) {
          screen.append(new String(bytes, 0, read, UTF_8));
        }
        return read > 0;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
