package dev.students.acceptance.internal.run;

import io.cucumber.core.plugin.JUnitFormatter;
import io.cucumber.core.plugin.MessageFormatter;
import io.cucumber.htmlformatter.MessagesToHtmlWriter;
import io.cucumber.messages.ndjson.Serializer;
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

/** Cucumber's own reports, in a folder that is not known before the run exists. */
final class MessageReports {

  private final List<EventHandler<Envelope>> formatters = new ArrayList<>();

  private MessageReports() {}

  /**
   * Opens the reports.
   *
   * @param title the title of the HTML report
   * @param junitXml the file for Cucumber's part of the JUnit XML
   */
  static MessageReports in(Path folder, String title, Path junitXml) {
    MessageReports reports = new MessageReports();
    try {
      reports.add(new MessageFormatter(file(folder.resolve("messages.ndjson"))));
      reports.add(new JUnitFormatter(file(junitXml)));
      reports.formatters.add(
          html(
              MessagesToHtmlWriter.builder(new Serializer()::writeValue)
                  .title(title)
                  .build(file(folder.resolve("cucumber.html")))));
    } catch (IOException e) {
      throw new UncheckedIOException("The run's folder " + folder + " cannot be written.", e);
    }
    return reports;
  }

  private static OutputStream file(Path file) throws IOException {
    return Files.newOutputStream(file);
  }

  /** Does the same as Cucumber's own formatter, which does not support a title. */
  private static EventHandler<Envelope> html(MessagesToHtmlWriter writer) {
    return message -> {
      try {
        writer.write(message);
        if (message.getTestRunFinished().isPresent()) {
          writer.close();
        }
      } catch (IOException e) {
        throw new UncheckedIOException("Cucumber's HTML report cannot be written.", e);
      }
    };
  }

  private void add(ConcurrentEventListener formatter) {
    formatter.setEventPublisher(new Subscription());
  }

  /** The files are closed by the last message of a run. */
  void write(Envelope message) {
    formatters.forEach(formatter -> formatter.receive(message));
  }

  /** Captures the handler that a formatter registers for messages. */
  private final class Subscription implements EventPublisher {

    @Override
    @SuppressWarnings("unchecked") // The handler has the type of its events.
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
