package dev.students.data.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.students.data.NewStudent;
import dev.students.data.Student;
import dev.students.data.StudentUpdate;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Names the places that were forgotten when an attribute was added to a student. */
class ProfileFieldTest {

  private static final String RECIPE = "see docs/recipes/add-an-attribute.md";
  private static final List<String> MANAGED =
      List.of("id", "xp", "version", "createdAt", "updatedAt", "isDeleted", "deletedAt");

  @Test
  void fields_equalTheComponentsOfPublicRecords() {
    List<String> fields = Stream.of(ProfileField.values()).map(ProfileField::attribute).toList();
    assertThat(components(Student.class).filter(name -> !MANAGED.contains(name)))
        .as("a component of Student that callers give needs a constant in ProfileField: " + RECIPE)
        .containsExactlyElementsOf(fields);
    assertThat(components(NewStudent.class).filter(name -> !name.equals("id")))
        .as("the components of NewStudent are the constants of ProfileField: " + RECIPE)
        .containsExactlyElementsOf(fields);
    assertThat(components(StudentUpdate.class).filter(name -> !name.equals("expectedVersion")))
        .as("the components of StudentUpdate are the constants of ProfileField: " + RECIPE)
        .containsExactlyElementsOf(fields);
  }

  private static Stream<String> components(Class<?> type) {
    return Stream.of(type.getRecordComponents()).map(RecordComponent::getName);
  }
}
