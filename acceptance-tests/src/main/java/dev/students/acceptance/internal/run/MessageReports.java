package dev.students.acceptance.internal.run;

import io.cucumber.core.plugin.HtmlFormatter;
import io.cucumber.core.plugin.JUnitFormatter;
import io.cucumber.core.plugin.MessageFormatter;
import io.cucumber.messages.types.Envelope;
import io.cucumber.plugin.ConcurrentEventListener;
import io.cucumber.plugin.event.EventHandler;
import io.cucumber.plugin.event.EventPublisher;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Cucumber's own reports, in a folder that is known only once the run is. */
final class MessageReports {

  private final List<EventHandler<Envelope>> formatters = new ArrayList<>();

  private MessageReports() {}

  static MessageReports in(Path folder) {
    MessageReports reports = new MessageReports();
    try {
      Files.createDirectories(folder);
      reports.add(new MessageFormatter(file(folder, "messages.ndjson")));
      reports.add(new HtmlFormatter(file(folder, "cucumber.html")));
      reports.add(new JUnitFormatter(file(folder, "junit.xml")));
    } catch (IOException e) {
      throw new UncheckedIOException("The run's folder " + folder + " cannot be written.", e);
    }
    return reports;
  }

  private static OutputStream file(Path folder, String name) throws IOException {
    return Files.newOutputStream(folder.resolve(name));
  }

  private void add(ConcurrentEventListener formatter) {
    formatter.setEventPublisher(new Subscription());
  }

  /** The last message of a run closes the files. */
  void write(Envelope message) {
    formatters.forEach(formatter -> formatter.receive(message));
  }

  /** Takes the handler that a formatter registers for messages. */
  private final class Subscription implements EventPublisher {

    @Override
    @SuppressWarnings("unchecked") // The type of the handler is that of its events.
    public <T> void registerHandlerFor(Class<T> eventType, EventHandler<T> handler) {
      if (eventType.equals(Envelope.class)) {
        formatters.add((EventHandler<Envelope>) (EventHandler<?>) handler);
      }
    }

    @Override
    public <T> void removeHandlerFor(Class<T> eventType, EventHandler<T> handler) {
      throw new UnsupportedOperationException();
    }
  }
}
