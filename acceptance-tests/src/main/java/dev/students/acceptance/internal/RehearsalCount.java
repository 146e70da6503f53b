package dev.students.acceptance.internal;

import io.cucumber.plugin.EventListener;
import io.cucumber.plugin.event.EventPublisher;
import io.cucumber.plugin.event.TestCaseFinished;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A Cucumber plugin that counts the scenarios of a rehearsal. Cucumber makes it by its class name,
 * hence the public constructor without arguments, and a count that is one for the JVM.
 */
public final class RehearsalCount implements EventListener {

  private static final AtomicInteger SCENARIOS = new AtomicInteger();

  @Override
  public void setEventPublisher(EventPublisher publisher) {
    SCENARIOS.set(0);
    publisher.registerHandlerFor(TestCaseFinished.class, finished -> SCENARIOS.incrementAndGet());
  }

  /** Those of the last rehearsal. */
  static int scenarios() {
    return SCENARIOS.get();
  }
}
