package dev.students.operations.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RecordSplitterTest {

  private static final String ODD = "a,\"\"\"\n\r;x";

  @Test
  void records_anyText_coverTheTextAndHaveLineNumbers() {
    Random random = new Random(42);
    for (int round = 0; round < 5000; round++) {
      StringBuilder text = new StringBuilder();
      for (int i = random.nextInt(60); i > 0; i--) {
        text.append(ODD.charAt(random.nextInt(ODD.length())));
      }
      ByteArrayOutputStream whole = new ByteArrayOutputStream();
      for (RawRecord record : records(text.toString())) {
        String before = whole.toString(StandardCharsets.UTF_8);
        // No line starts between CR and LF.
        assertThat(record.line()).as(text.toString()).isEqualTo(breaks(before) + 1);
        whole.writeBytes(record.bytes());
      }
      assertThat(whole.toString(StandardCharsets.UTF_8)).isEqualTo(text.toString());
    }
  }

  @Test
  void record_unclosedQuote_affectsOnlyItsLine() {
    List<RawRecord> records = records("a,\"b\nc,d\n\"e\nf\",g\n");

    assertThat(records)
        .extracting(it -> new String(it.bytes(), StandardCharsets.UTF_8))
        .containsExactly("a,\"b\nc,d\n\"e\n", "f\",g\n");
    assertThat(records("a,\"b\nc,d\n"))
        .extracting(RawRecord::shape)
        .containsExactly(RawRecord.Shape.BROKEN, RawRecord.Shape.WHOLE);
  }

  @Test
  void record_quoteNeverClosedFarFromTheEnd_spoilsItsOwnLineAlone() {
    List<RawRecord> records = records("a,\"b\nc,d\n" + "\n".repeat(70_000) + "e,f\n");

    assertThat(records)
        .extracting(RawRecord::shape)
        .startsWith(RawRecord.Shape.BROKEN, RawRecord.Shape.WHOLE)
        .hasSize(70_003)
        .endsWith(RawRecord.Shape.WHOLE);
  }

  @Test
  void record_lineOfMoreThan64Kb_keepsItsBeginningAndSpoilsNoOther() {
    String long100 = "x".repeat(100_000);

    List<RawRecord> records = records("a," + long100 + "\nc,d\n");

    assertThat(records)
        .extracting(it -> new String(it.bytes(), StandardCharsets.UTF_8))
        .containsExactly("a," + long100.substring(0, RecordSplitter.LONGEST - 2) + "\n", "c,d\n");
    assertThat(records)
        .extracting(RawRecord::shape)
        .containsExactly(RawRecord.Shape.BROKEN, RawRecord.Shape.WHOLE);
  }

  private static long breaks(String text) {
    return text.replace("\r\n", "\n").replace('\r', '\n').chars().filter(c -> c == '\n').count();
  }

  private static List<RawRecord> records(String text) {
    RecordSplitter splitter =
        new RecordSplitter(
            new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), OptionalInt.of(','));
    List<RawRecord> records = new ArrayList<>();
    for (Optional<RawRecord> next = splitter.next(); next.isPresent(); next = splitter.next()) {
      records.add(next.get());
    }
    return records;
  }
}
