package dev.students.acceptance.steps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.students.acceptance.internal.workspace.Manifest;
import dev.students.acceptance.internal.workspace.RunId;
import dev.students.data.InvalidValueException;
import dev.students.data.StudentId;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PeopleTest {

  private static final RunId RUN = new RunId("1123-230502-9f3c");

  private Manifest manifest;
  private People people;

  @BeforeEach
  void begin(@TempDir Path folder) {
    manifest = Manifest.of(folder, RUN);
    people = new People(RUN, "earning-xp-14", manifest);
  }

  @Test
  void newNumberFor_anyPerson_isRecordedInTheManifestFirst() {
    StudentId id = people.newNumberFor("Ada");
    assertThat(manifest.all(Manifest.Kind.STUDENT)).containsExactly(id.value());
    assertThat(people.numberOf("Ada")).isEqualTo(id);
  }

  @Test
  void abbreviated_twoNumbers_differ() {
    StudentId first = people.newNumber();
    StudentId second = people.newNumber();
    assertThat(people.abbreviated("Put student#" + first.value() + "; Get " + second.value()))
        .isEqualTo("Put student#…:1; Get …:2");
  }

  @Test
  void address_differentCase_isStillTheScenariosOwn() {
    assertThat(people.address("Ada@Example.COM").normalized())
        .isEqualTo(people.address("ada@example.com").normalized());
    People others = new People(RUN, "earning-xp-25", manifest);
    assertThat(others.address("ada@example.com").normalized())
        .isNotEqualTo(people.address("ada@example.com").normalized());
  }

  @Test
  void address_notAnAddress_isRefused() {
    for (String wrong : new String[] {"", "ada", "@example.com", "ada@", "a@b@c"}) {
      assertThatThrownBy(() -> people.address(wrong)).isInstanceOf(InvalidValueException.class);
    }
  }
}
