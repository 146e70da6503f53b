package dev.students.cli.internal.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import dev.students.truncation.ConsumedUnits;
import dev.students.truncation.Ending;
import dev.students.truncation.TruncationResult;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TruncationAnswerTest {

  private static final Optional<ConsumedUnits> PAID_FOR =
      Optional.of(new ConsumedUnits(25.5, 3600));

  @Test
  void units_onAws_areReported() throws IOException {
    assertThat(text(PAID_FOR))
        .startsWith("Deleted 1,200 items in 2.0 s (600 items/s), for 25.5 read and 3,600.0 write");
    assertThat(json(PAID_FOR))
        .isEqualTo(
            """
            {"truncation":{"table":"students","dryRun":false,"complete":true,"ending":"EMPTY",\
            "scanned":1200,"deleted":1200,"unconfirmed":0,"readUnits":25.5,"writeUnits":3600.0,\
            "requests":60,"retries":0,"milliseconds":2000}}""");
  }

  @Test
  void units_onAnEmulator_areNotReported() throws IOException {
    assertThat(text(Optional.empty()))
        .isEqualTo("Deleted 1,200 items in 2.0 s (600 items/s).\nThe table students is empty.\n");
    assertThat(json(Optional.empty())).contains("\"readUnits\":null,\"writeUnits\":null,");
  }

  private static TruncationAnswer answer(Optional<ConsumedUnits> units) {
    return new TruncationAnswer(
        new TruncationResult(
            "students", Ending.EMPTY, 1_200, 1_200, 0, units, 60, 0, Duration.ofSeconds(2)));
  }

  private static String text(Optional<ConsumedUnits> units) {
    var bytes = new ByteArrayOutputStream();
    answer(units).writeText(new PrintStream(bytes, true, StandardCharsets.UTF_8));
    return bytes.toString(StandardCharsets.UTF_8);
  }

  private static String json(Optional<ConsumedUnits> units) throws IOException {
    var json = new StringWriter();
    try (var generator = new JsonFactory().createGenerator(json)) {
      generator.writeStartObject();
      answer(units).writeJson(generator);
      generator.writeEndObject();
    }
    return json.toString();
  }
}
