package dev.students.docs;

import com.google.gson.Gson;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The messages of one run, written by hand, so that a test can say exactly what a run did: one
 * feature after the other, each with scenarios of one step.
 */
final class Messages {

  private final List<String> lines = new ArrayList<>();
  private int ids;

  /** Begins with the {@code meta} of some implementation. */
  static Messages ofARun() {
    return new Messages()
        .line(
            """
            {"meta":{"protocolVersion":"99.1.0","implementation":{"name":"test","version":"1"}}}\
            """)
        .line("{\"testRunStarted\":{\"timestamp\":{\"seconds\":0,\"nanos\":0}}}");
  }

  Messages line(String json) {
    lines.add(json);
    return this;
  }

  /** A feature with scenarios of one step each, which are not run yet. */
  Messages feature(String uri, String name, String... scenarios) {
    JsonArray children = new JsonArray();
    List<String> others = new ArrayList<>();
    for (String scenario : scenarios) {
      String id = uri + "#" + scenario;
      children.add(
          json(
              """
              {"scenario":{"id":"%1$s","location":{"line":3},"keyword":"Scenario","name":"%2$s",
               "steps":[{"id":"step of %1$s","keyword":"Given ","text":"it is so"}],"examples":[]}}
              """
                  .formatted(id, scenario)));
      others.add(
          """
          {"pickle":{"id":"pickle of %1$s","uri":"%2$s","name":"%3$s","astNodeIds":["%1$s"],
           "steps":[{"id":"pickle step of %1$s","text":"it is so","astNodeIds":["step of %1$s"]}]}}
          """
              .formatted(id, uri, scenario));
      others.add(
          """
          {"testCase":{"id":"case of %1$s","pickleId":"pickle of %1$s",
           "testSteps":[{"id":"test step of %1$s","pickleStepId":"pickle step of %1$s"}]}}
          """
              .formatted(id));
    }
    JsonObject document =
        json(
            """
            {"gherkinDocument":{"uri":"%s","feature":{"language":"en","keyword":"Feature","name":"%s"}}}
            """
                .formatted(uri, name));
    document
        .getAsJsonObject("gherkinDocument")
        .getAsJsonObject("feature")
        .add("children", children);
    lines.add(document.toString());
    others.forEach(other -> lines.add(json(other).toString()));
    return this;
  }

  /** One whole attempt, whose step ended with the status. */
  Messages ran(String uri, String scenario, String status) {
    return started(uri, scenario, 0).step(uri, scenario, status, "").ended(false);
  }

  Messages started(String uri, String scenario, int attempt) {
    ids++;
    return line(
        """
        {"testCaseStarted":{"id":"%d","attempt":%d,"testCaseId":"case of %s#%s","timestamp":{"seconds":%d}}}
        """
            .formatted(ids, attempt, uri, scenario, ids)
            .strip());
  }

  /** The step of the attempt that was started last. */
  Messages step(String uri, String scenario, String status, String message) {
    return line(
        """
        {"testStepFinished":{"testCaseStartedId":"%d","testStepId":"test step of %s#%s","testStepResult":{"status":"%s","message":%s,"duration":{"nanos":5000000}}}}
        """
            .formatted(ids, uri, scenario, status, new Gson().toJson(message))
            .strip());
  }

  /** An attachment of the step of the attempt that was started last. */
  Messages attachment(String uri, String scenario, String mediaType, String body) {
    return line(
        """
        {"attachment":{"testCaseStartedId":"%d","testStepId":"test step of %s#%s","mediaType":"%s","contentEncoding":"IDENTITY","body":%s}}
        """
            .formatted(ids, uri, scenario, mediaType, new Gson().toJson(body))
            .strip());
  }

  Messages ended(boolean willBeRetried) {
    return line(
        """
        {"testCaseFinished":{"testCaseStartedId":"%d","willBeRetried":%s,"timestamp":{"seconds":%d,"nanos":250000000}}}
        """
            .formatted(ids, willBeRetried, ids)
            .strip());
  }

  Messages hook(String id, String type, String name) {
    return line(
        """
        {"hook":{"id":"%s","type":"%s","name":"%s"}}\
        """
            .formatted(id, type, name));
  }

  /** A hook around the whole run begins. */
  Messages runHookStarted(String id, String hook) {
    return line(
        """
        {"testRunHookStarted":{"id":"%s","hookId":"%s"}}\
        """
            .formatted(id, hook));
  }

  /** A hook around the whole run ends. */
  Messages runHookFinished(String id, String status, String message) {
    return line(
        """
        {"testRunHookFinished":{"testRunHookStartedId":"%s",\
        "result":{"status":"%s","message":"%s"}}}\
        """
            .formatted(id, status, message));
  }

  /** Another run begins in the same file. */
  Messages runStarted() {
    return line("{\"testRunStarted\":{}}");
  }

  Messages finished(boolean success) {
    return line("{\"testRunFinished\":{\"success\":" + success + "}}");
  }

  List<String> lines() {
    return lines;
  }

  /** Those before a line, without it and what follows. */
  Messages upTo(String part) {
    return of(lines.stream().takeWhile(line -> !line.contains(part)));
  }

  /** All but the lines that hold a text. */
  Messages without(String part) {
    return of(lines.stream().filter(line -> !line.contains(part)));
  }

  /** These, and those of another run behind them. */
  Messages and(Messages other) {
    return of(Stream.concat(lines.stream(), other.lines.stream()));
  }

  Messages replace(String old, String by) {
    return of(lines.stream().map(line -> line.replace(old, by)));
  }

  private static Messages of(Stream<String> lines) {
    Messages messages = new Messages();
    lines.forEach(messages::line);
    return messages;
  }

  /** Writes them as a run, described by that {@code run.json} unless it is empty. */
  void writeTo(Path run, String facts) {
    try {
      Files.createDirectories(run);
      Files.write(run.resolve("messages.ndjson"), lines);
      if (!facts.isEmpty()) {
        Files.writeString(run.resolve("run.json"), facts);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static JsonObject json(String text) {
    return new Gson().fromJson(text, JsonObject.class);
  }
}
