package dev.students.benchmarks;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** What an iteration's own thread takes of the processor, whatever else the machine does. */
@State(Scope.Thread)
@AuxCounters(AuxCounters.Type.EVENTS)
public class ProcessorTime {

  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  /** Nanoseconds in the iteration. */
  public long nanos;

  /** Calls in the iteration. */
  public long calls;

  private long start;

  /** Starts an iteration. */
  @Setup(Level.Iteration)
  public void start() {
    calls = 0;
    start = THREADS.getCurrentThreadCpuTime();
  }

  /** Ends it. */
  @TearDown(Level.Iteration)
  public void end() {
    nanos = THREADS.getCurrentThreadCpuTime() - start;
  }
}
