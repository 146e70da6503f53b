package dev.students.reliability.hostile;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.students.data.AwardId;
import dev.students.data.EmailAddress;
import dev.students.data.FindOption;
import dev.students.data.NewStudent;
import dev.students.data.PersonName;
import dev.students.data.StudentId;
import dev.students.data.StudentStore;
import dev.students.data.StudentStoreException;
import dev.students.data.StudentUpdate;
import dev.students.data.XpAward;
import dev.students.reliability.Figures;
import dev.students.reliability.memory.MemoryDynamoDb;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Every attribute of every item of a student, in every wrong type, under every operation: it works
 * or is refused as the store refuses, tells nobody's name or address, and leaves no student that
 * was not there.
 */
class MalformedItemsTest {

  private static final String FIRST_NAME = "Canaryfirst";
  private static final String LAST_NAME = "Canarylast";
  private static final String EMAIL = "canary@example.org";
  private static final StudentId ID = StudentId.of("ada");
  private static final Set<String> INDEX_KEYS = Set.of("gsi1_pk", "gsi1_sk");

  private static final Map<String, AttributeValue> WRONG =
      Map.ofEntries(
          Map.entry("a text", AttributeValue.fromS("canary text")),
          Map.entry("an empty text", AttributeValue.fromS("")),
          Map.entry("a whole number", AttributeValue.fromN("12345678901234567890")),
          Map.entry("a fraction", AttributeValue.fromN("-0.5")),
          Map.entry("true", AttributeValue.fromBool(true)),
          Map.entry("null", AttributeValue.fromNul(true)),
          Map.entry("bytes", AttributeValue.fromB(SdkBytes.fromUtf8String("canary"))),
          Map.entry("a list", AttributeValue.fromL(List.of())),
          Map.entry("a map", AttributeValue.fromM(Map.of())),
          Map.entry("a set of texts", AttributeValue.fromSs(List.of("canary"))),
          Map.entry("a set of numbers", AttributeValue.fromNs(List.of("1"))),
          Map.entry(
              "a set of bytes", AttributeValue.fromBs(List.of(SdkBytes.fromUtf8String("canary")))));

  /** What a student has in the table: the key's two halves, and what it is. */
  private record Kind(String pk, String sk) {

    @Override
    public String toString() {
      return sk.substring(0, sk.indexOf('#'));
    }
  }

  private static final List<Kind> KINDS =
      List.of(
          new Kind("student#ada", "student#ada"),
          new Kind("student#ada", "award#a"),
          new Kind("email#" + EMAIL, "email#" + EMAIL));

  private static final Map<String, Consumer<StudentStore>> OPERATIONS =
      Map.of(
          "create", store -> store.create(student("other")),
          "findById", store -> store.findById(ID, FindOption.INCLUDE_DELETED),
          "findByEmail", store -> store.findByEmail(EmailAddress.of(EMAIL)),
          "update",
              store ->
                  store.update(ID, StudentUpdate.builder().firstName(PersonName.of("Bo")).build()),
          "update of the address",
              store ->
                  store.update(
                      ID, StudentUpdate.builder().email(EmailAddress.of("b@example.org")).build()),
          "softDelete", store -> store.softDelete(ID),
          "restore", store -> store.restore(ID),
          "awardXp", store -> store.awardXp(ID, XpAward.of(AwardId.of("b"), 1)),
          "awards", store -> store.awards(ID).forEach(award -> {}),
          "erase", store -> store.erase(ID));

  private static int attempts;

  @AutoClose private static final MemoryStore MEMORY = new MemoryStore();

  private static final Map<Boolean, MemoryDynamoDb> SOUND =
      Map.of(false, sound(false), true, sound(true));

  @AfterAll
  static void tellHowMany() {
    Figures.tell("%d operations on malformed items".formatted(attempts));
  }

  static Stream<Arguments> states() {
    List<Arguments> states = new ArrayList<>();
    for (boolean deleted : List.of(false, true)) {
      MEMORY.become(requireNonNull(SOUND.get(deleted)));
      for (Kind kind : KINDS) {
        MEMORY.item(kind.pk(), kind.sk()).keySet().stream()
            .filter(attribute -> !attribute.equals("pk") && !attribute.equals("sk"))
            .sorted()
            .forEach(attribute -> states.add(Arguments.of(deleted, kind, attribute)));
      }
    }
    return states.stream();
  }

  @ParameterizedTest(name = "deleted: {0}, {1}, {2}")
  @MethodSource("states")
  void operations_attributeOfWrongType_workOrRefuseAndTellNothing(
      boolean deleted, Kind kind, String attribute) {
    OPERATIONS.forEach(
        (operation, call) -> {
          String without = operation + " without " + attribute;
          attempt(deleted, kind, attribute, Optional.empty(), call, without);
          WRONG.forEach(
              (type, value) -> {
                // DynamoDB itself takes nothing but a text that is not empty for an index's key.
                if (!INDEX_KEYS.contains(attribute) || type.equals("a text")) {
                  String what = operation + " with " + attribute + " as " + type;
                  attempt(deleted, kind, attribute, Optional.of(value), call, what);
                }
              });
        });
  }

  private static void attempt(
      boolean deleted,
      Kind kind,
      String attribute,
      Optional<AttributeValue> value,
      Consumer<StudentStore> call,
      String what) {
    MEMORY.become(requireNonNull(SOUND.get(deleted)));
    Map<String, AttributeValue> item = new HashMap<>(MEMORY.item(kind.pk(), kind.sk()));
    value.ifPresentOrElse(wrong -> item.put(attribute, wrong), () -> item.remove(attribute));
    MEMORY.put(item);
    try {
      call.accept(MEMORY.store);
    } catch (StudentStoreException e) {
      assertThat(String.valueOf(e.getMessage())).as(what).doesNotContainIgnoringCase("canary");
    } catch (RuntimeException e) {
      throw new AssertionError(what, e);
    }
    attempts++;
    assertThat(students()).as(what).isSubsetOf("student#ada");
  }

  /** The students in the table, but the one that {@code create} may make. */
  private static List<String> students() {
    return MEMORY.items().stream()
        .map(item -> requireNonNull(item.get("pk")).s())
        .filter(key -> key.startsWith("student#") && !key.equals("student#other"))
        .toList();
  }

  /** A student that has an award. */
  private static MemoryDynamoDb sound(boolean deleted) {
    MEMORY.clear();
    MEMORY.store.create(student("ada"));
    MEMORY.store.awardXp(ID, XpAward.of(AwardId.of("a"), 5));
    if (deleted) {
      MEMORY.store.softDelete(ID);
    }
    return MEMORY.contents();
  }

  private static NewStudent student(String id) {
    return NewStudent.of(
            PersonName.of(FIRST_NAME), PersonName.of(LAST_NAME), EmailAddress.of(EMAIL))
        .withId(StudentId.of(id));
  }
}
