package dev.students.reliability.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import java.util.stream.Stream;

/**
 * Collects everything that calls about people with {@code canary} in their names and addresses
 * tell: their answers, their exceptions, and all log lines from its creation until it is closed,
 * with every logger at its finest level.
 *
 * <p>Log lines of the AWS SDK's own loggers below {@code INFO} are left out: they contain whole
 * requests. Thread-safe.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/sdk-for-java/latest/developer-guide/logging-slf4j.html">Logging
 *     with the SDK for Java 2.x</a>
 */
final class Canaries implements AutoCloseable {

  private final Logger root = Logger.getLogger("");
  private final Level level = root.getLevel();
  private final List<Handler> usual = List.of(root.getHandlers());
  private final List<Logger> quiet;
  private final List<String> told = new ArrayList<>();
  private final Handler recorder = new Recorder();

  /**
   * Begins to listen.
   *
   * @param quiet the loggers of what is no part of the product, such as a database in this process;
   *     theirs are left out below {@code INFO}
   */
  Canaries(String... quiet) {
    this.quiet = Stream.of(quiet).map(Logger::getLogger).toList();
    this.quiet.forEach(logger -> logger.setLevel(Level.INFO));
    usual.forEach(root::removeHandler);
    root.setLevel(Level.ALL);
    root.addHandler(recorder);
  }

  /** Adds the text of a value. */
  synchronized void tell(Object value) {
    told.add(value.toString());
  }

  /** Adds the text of what a call answers, or the stack trace of what it throws. */
  void tellOf(Supplier<?> call) {
    try {
      tell(call.get());
    } catch (RuntimeException e) {
      StringWriter trace = new StringWriter();
      e.printStackTrace(new PrintWriter(trace));
      tell(trace);
    }
  }

  synchronized void assertNoneIn(int atLeast) {
    assertThat(told)
        .hasSizeGreaterThanOrEqualTo(atLeast)
        .noneMatch(text -> text.toLowerCase(Locale.ROOT).contains("canary"));
  }

  @Override
  public void close() {
    root.removeHandler(recorder);
    root.setLevel(level);
    quiet.forEach(logger -> logger.setLevel(null));
    usual.forEach(root::addHandler);
  }

  private final class Recorder extends Handler {

    private final SimpleFormatter formatter = new SimpleFormatter();

    @Override
    public void publish(LogRecord record) {
      boolean ofTheSdk = record.getLoggerName().startsWith("software.amazon.awssdk.");
      if (!ofTheSdk || record.getLevel().intValue() >= Level.INFO.intValue()) {
        tell(formatter.format(record));
      }
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }
}
