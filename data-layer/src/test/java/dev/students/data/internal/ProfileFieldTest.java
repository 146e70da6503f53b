package dev.students.data.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.students.data.EmailAddress;
import dev.students.data.NewStudent;
import dev.students.data.PersonName;
import dev.students.data.Student;
import dev.students.data.StudentUpdate;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Names the places that were forgotten when an attribute was added to a student. */
class ProfileFieldTest {

  private static final String RECIPE = "see docs/add-an-attribute.md";
  private static final List<String> MANAGED =
      List.of("id", "xp", "version", "createdAt", "updatedAt", "isDeleted", "deletedAt");

  /** A value of each type, different from those of {@link Fixtures#live()}. */
  private static final Map<Type, Object> SAMPLES =
      Map.of(
          PersonName.class, PersonName.of("Grace"),
          EmailAddress.class, EmailAddress.of("grace@example.org"));

  @Test
  void fields_equalTheComponentsOfPublicRecords() {
    List<String> fields = Stream.of(ProfileField.values()).map(ProfileField::attribute).toList();
    assertThat(components(Student.class).filter(name -> !MANAGED.contains(name)))
        .as("a component of Student that callers set needs a constant in ProfileField: " + RECIPE)
        .containsExactlyElementsOf(fields);
    assertThat(components(NewStudent.class).filter(name -> !name.equals("id")))
        .as("the components of NewStudent are the constants of ProfileField: " + RECIPE)
        .containsExactlyElementsOf(fields);
    assertThat(components(StudentUpdate.class).filter(name -> !name.equals("expectedVersion")))
        .as("the components of StudentUpdate are the constants of ProfileField: " + RECIPE)
        .containsExactlyElementsOf(fields);
  }

  @ParameterizedTest
  @EnumSource
  void create_valueOfAField_isStoredReadAndReturned(ProfileField field) throws Exception {
    NewStudent wanted =
        build(
            NewStudent.class,
            component ->
                component.getName().equals("id") ? Optional.of(Fixtures.ADA) : sample(component));
    assertThat(wanted.withId(Fixtures.ADA))
        .as("withId keeps %s: %s", field, RECIPE)
        .isEqualTo(wanted);
    Decision.Write write = CreateStudent.of(Fixtures.TABLE, wanted, Fixtures.IDENTITY).write();

    Map<String, AttributeValue> item =
        write.transaction().request().transactItems().get(0).put().item();
    assertThat(StudentItem.read(new Item(item)).map(StudentItem::student))
        .as("CreateStudent and StudentItem handle %s alike: %s", field, RECIPE)
        .contains(write.answer());
    assertThat(valueOf(write.answer(), field)).as(RECIPE).isEqualTo(valueOf(wanted, field));
  }

  @ParameterizedTest
  @EnumSource
  void update_onlyOneField_isStoredReadAndReturned(ProfileField field) throws Exception {
    StudentUpdate update =
        build(
            StudentUpdate.class,
            component -> {
              if (component.getName().equals("expectedVersion")) {
                return OptionalLong.empty();
              }
              return component.getName().equals(field.attribute())
                  ? sample(component)
                  : Optional.empty();
            });
    Decision decision =
        new UpdateStudent(Fixtures.TABLE, Fixtures.ADA, update)
            .decide(
                StudentItem.read(new Item(Fixtures.live())), Dropped.NOTHING, Fixtures.IDENTITY);

    Object value = plain(valueOf(update, field));
    assertThat(
            StudentUpdate.Builder.class
                .getMethod(field.attribute(), value.getClass())
                .invoke(StudentUpdate.builder(), value))
        .extracting(builder -> ((StudentUpdate.Builder) builder).build())
        .as("the builder sets %s: %s", field, RECIPE)
        .isEqualTo(update);
    assertThat(update)
        .asString()
        .as("toString shows that it changes: " + RECIPE)
        .contains(field.attribute() + "=…");
    assertThat(decision).as("%s is written: %s", field, RECIPE).isInstanceOf(Decision.Write.class);
    Map<String, AttributeValue> after = after((Decision.Write) decision);
    assertThat(after)
        .as("Revision brings the keys of all indexes up to date: see docs/add-an-index.md")
        .containsAllEntriesOf(IndexKeys.of(decision.answer()));
    assertThat(StudentItem.read(new Item(after)).orElseThrow().student())
        .as("Revision and StudentItem handle %s alike: %s", field, RECIPE)
        .isEqualTo(decision.answer());
    assertThat(plain(valueOf(decision.answer(), field)))
        .as(RECIPE)
        .isEqualTo(plain(valueOf(update, field)));
  }

  private static Stream<String> components(Class<?> type) {
    return Stream.of(type.getRecordComponents()).map(RecordComponent::getName);
  }

  private static <T> T build(Class<T> type, Function<RecordComponent, Object> values)
      throws ReflectiveOperationException {
    RecordComponent[] components = type.getRecordComponents();
    return type.getDeclaredConstructor(
            Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new))
        .newInstance(Arrays.stream(components).map(values).toArray());
  }

  private static Object sample(RecordComponent component) {
    Type type = component.getGenericType();
    boolean optional = type instanceof ParameterizedType;
    Type element = optional ? ((ParameterizedType) type).getActualTypeArguments()[0] : type;
    Object value =
        Objects.requireNonNull(
            SAMPLES.get(element), "add a value of " + element + " to SAMPLES in this test");
    return optional ? Optional.of(value) : value;
  }

  private static Object valueOf(Record of, ProfileField field) throws ReflectiveOperationException {
    return of.getClass().getMethod(field.attribute()).invoke(of);
  }

  private static Object plain(Object value) {
    return value instanceof Optional<?> optional ? optional.orElseThrow() : value;
  }

  /** Ada's item after the write: the values of an update that its condition does not compare. */
  private static Map<String, AttributeValue> after(Decision.Write write) {
    Map<String, AttributeValue> item = new HashMap<>(Fixtures.live());
    write
        .transaction()
        .request()
        .transactItems()
        .get(0)
        .update()
        .expressionAttributeValues()
        .forEach(
            (name, value) -> {
              if (!name.startsWith(":read_")) {
                item.put(name.substring(1), value);
              }
            });
    return item;
  }
}
