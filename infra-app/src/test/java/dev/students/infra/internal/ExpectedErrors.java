package dev.students.infra.internal;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Keeps what the CDK prints to standard error from the log of the build, for a test that expects it
 * and compares it, so that no other error is hidden.
 */
final class ExpectedErrors implements AutoCloseable {

  private static final int SECONDS = 30;

  private final PrintStream before = System.err;
  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
  private final CountDownLatch complete = new CountDownLatch(1);
  private final String end;

  /**
   * Starts to keep it.
   *
   * @param end a part of the last line, by which the output is known to be complete, because
   *     another thread copies it from the CDK's process
   */
  ExpectedErrors(String end) {
    this.end = end;
    System.setErr(new PrintStream(new Watched(), true, UTF_8));
  }

  /** What was printed, up to the last line. */
  String await() {
    try {
      boolean unused = complete.await(SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return printed.toString(UTF_8);
  }

  @Override
  public void close() {
    System.setErr(before);
  }

  /** Recognizes the end. */
  private final class Watched extends OutputStream {

    @Override
    public synchronized void write(int b) {
      printed.write(b);
      if (b == '\n' && printed.toString(UTF_8).contains(end)) {
        complete.countDown();
      }
    }
  }
}
