package dev.students.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** A legacy client reads strings, numbers, true, lists and maps, and fails on any other type. */
class LegacyReadabilityTest {

  private final TestTable table = new TestTable();

  @AfterEach
  void close() {
    table.close();
  }

  @Test
  void items_writtenByEachOperation_areReadableByALegacyClient() {
    for (String scene : Scene.STATES.keySet()) {
      for (String act : Scene.OURS.keySet()) {
        Scene sam = new Scene(table, table.scenes++).in(scene, table.store);
        sam.answer(Scene.act(act), table.store);
      }
    }
    assertThat(new TableRules(table.items()).unreadableByLegacyClients()).isEmpty();
    assertThat(table.items()).hasSizeGreaterThan(100);
  }

  @Test
  void change_studentOfAnEarlierRelease_makesItReadable() {
    StudentId id = table.store.create(TestTable.ada()).id();
    String fingerprint = TestTable.text(table.item("student#ada"), "fingerprint");
    for (String change : List.of("update", "softDelete", "restore")) {
      Map<String, AttributeValue> item = new HashMap<>(table.item("student#ada"));
      byte[] hash = Base64.getDecoder().decode(fingerprint);
      item.put("fingerprint", AttributeValue.fromB(SdkBytes.fromByteArray(hash)));
      table.put(item);
      assertThat(table.store.create(TestTable.ada()).id())
          .as("the fingerprint is recognized")
          .isEqualTo(id);
      assertThat(new TableRules(table.items()).unreadableByLegacyClients()).hasSize(1);
      switch (change) {
        case "update" ->
            table.store.update(id, StudentUpdate.builder().firstName(PersonName.of("New")).build());
        case "softDelete" -> table.store.softDelete(id);
        default -> table.store.restore(id);
      }
      assertThat(TestTable.text(table.item("student#ada"), "fingerprint")).isEqualTo(fingerprint);
    }
  }
}
