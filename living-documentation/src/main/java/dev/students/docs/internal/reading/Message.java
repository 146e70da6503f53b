package dev.students.docs.internal.reading;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.students.docs.internal.model.TerminalCodes;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One JSON object of a message, read tolerantly: a member that is missing, or of another type than
 * expected, is empty, and members that nobody asks for are ignored. So the messages of every
 * generation of the protocol can be read. Only {@link #required} insists.
 */
final class Message {

  /** Seconds up to the year 9999: what lies beyond is a mistake, and few programs can tell it. */
  private static final long LATEST = 253_402_300_799L;

  private final JsonObject json;

  Message(JsonObject json) {
    this.json = json;
  }

  /** Empty when it is missing; without the codes that colour a terminal. */
  String text(String member) {
    return optionalText(member).orElse("");
  }

  Optional<String> optionalText(String member) {
    JsonElement value = json.get(member);
    return value == null || !value.isJsonPrimitive()
        ? Optional.empty()
        : Optional.of(TerminalCodes.removedFrom(value.getAsString()));
  }

  String requiredText(String member) {
    return optionalText(member).orElseThrow(() -> missing(member));
  }

  /**
   * Zero when it is missing. Protocol Buffers, in which the first generations of the protocol were
   * written, puts long numbers between quotes.
   */
  long number(String member) {
    JsonElement value = json.get(member);
    if (value == null || !value.isJsonPrimitive()) {
      return 0;
    }
    try {
      return (long) value.getAsDouble();
    } catch (NumberFormatException e) {
      return 0;
    }
  }

  /** Empty when it is missing or not a truth value. */
  Optional<Boolean> truth(String member) {
    JsonElement value = json.get(member);
    boolean truth =
        value != null && value.isJsonPrimitive() && value.getAsJsonPrimitive().isBoolean();
    return truth ? Optional.of(value.getAsBoolean()) : Optional.empty();
  }

  Optional<Message> object(String member) {
    JsonElement value = json.get(member);
    return value == null || !value.isJsonObject()
        ? Optional.empty()
        : Optional.of(new Message(value.getAsJsonObject()));
  }

  Message required(String member) {
    return object(member).orElseThrow(() -> missing(member));
  }

  List<Message> objects(String member) {
    List<Message> objects = new ArrayList<>();
    for (JsonElement each : array(member)) {
      if (each.isJsonObject()) {
        objects.add(new Message(each.getAsJsonObject()));
      }
    }
    return objects;
  }

  List<String> texts(String member) {
    List<String> texts = new ArrayList<>();
    for (JsonElement each : array(member)) {
      if (each.isJsonPrimitive()) {
        texts.add(TerminalCodes.removedFrom(each.getAsString()));
      }
    }
    return texts;
  }

  /** The line of its {@code location}; zero when it is missing. */
  long line() {
    return object("location").map(location -> location.number("line")).orElse(0L);
  }

  Optional<Duration> duration(String member) {
    return time(member).map(time -> Duration.ofSeconds(time.seconds(), time.nanos()));
  }

  Optional<Instant> timestamp() {
    return time("timestamp").map(time -> Instant.ofEpochSecond(time.seconds(), time.nanos()));
  }

  private record Time(long seconds, long nanos) {}

  private Optional<Time> time(String member) {
    return object(member)
        .map(time -> new Time(time.number("seconds"), time.number("nanos")))
        .filter(time -> Math.abs(time.seconds()) <= LATEST && Math.abs(time.nanos()) <= LATEST);
  }

  private JsonArray array(String member) {
    JsonElement value = json.get(member);
    return value == null || !value.isJsonArray() ? new JsonArray() : value.getAsJsonArray();
  }

  private static UnreadableMessageException missing(String member) {
    return new UnreadableMessageException("it has no \"" + member + "\"");
  }
}
