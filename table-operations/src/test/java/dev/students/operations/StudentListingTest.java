package dev.students.operations;

import static org.assertj.core.api.Assertions.assertThat;

import dev.students.data.Student;
import dev.students.data.StudentId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class StudentListingTest {

  @Test
  void pages_followedToTheEnd_haveEveryStudentOnceInTheSameOrder() {
    try (TestTable table = new TestTable()) {
      table.fill(120);
      StudentListing listing = StudentListing.create(TestTable.CLIENT, table.name);

      List<String> ids = ids(listing, 7);

      assertThat(ids).hasSize(120).doesNotHaveDuplicates();
      assertThat(ids(listing, 50)).isEqualTo(ids);
      assertThat(listing.first(120).next()).isEmpty();
    }
  }

  @Test
  void next_lastStudentErased_continuesAfterIt() {
    try (TestTable table = new TestTable()) {
      table.fill(20);
      StudentListing listing = StudentListing.create(TestTable.CLIENT, table.name);
      List<String> ids = ids(listing, 20);

      StudentPage first = listing.first(10);
      table.store.erase(first.next().orElseThrow());

      assertThat(
              listing.after(first.next().orElseThrow(), 10).students().stream()
                  .map(student -> student.id().value()))
          .isEqualTo(ids.subList(10, 20));
    }
  }

  @Test
  void page_deletedAndMalformedStudents_areDistinguished() {
    try (TestTable table = new TestTable()) {
      Student ada = table.create("ada", "ada@x.example");
      Student bob = table.store.softDelete(table.create("bob", "bob@x.example").id());
      table.putLegacy("typed", "typed@x.example");
      table.set("typed", "xp", TestTable.s("7"));
      ItemKey typed = new ItemKey("student#typed", "student#typed");

      StudentListing listing = StudentListing.create(TestTable.CLIENT, table.name);

      assertThat(listing.first(5))
          .isEqualTo(new StudentPage(List.of(ada), List.of(typed), Optional.empty()));
      assertThat(listing.includingDeleted().first(5).students())
          .containsExactlyInAnyOrder(ada, bob);
    }
  }

  @Test
  void pages_manyMalformedStudents_reportEachOnce() {
    try (TestTable table = new TestTable()) {
      table.create("ada", "ada@x.example");
      table.create("bob", "bob@x.example");
      Set<ItemKey> malformed = new HashSet<>();
      for (int i = 0; i < 20; i++) {
        String key = i % 2 == 0 ? "student#typed-" + i : "student#" + i + "@x.example";
        table.put(key, key, Map.of("firstName", TestTable.s("A")));
        malformed.add(new ItemKey(key, key));
      }

      StudentListing listing = StudentListing.create(TestTable.CLIENT, table.name);

      List<ItemKey> reported = new ArrayList<>();
      StudentPage first = listing.first(1);
      reported.addAll(first.unreadable());
      reported.addAll(listing.after(first.next().orElseThrow(), 1).unreadable());
      assertThat(reported).containsExactlyInAnyOrderElementsOf(malformed);
    }
  }

  private static List<String> ids(StudentListing listing, int limit) {
    List<String> ids = new ArrayList<>();
    StudentPage page = listing.first(limit);
    page.students().forEach(student -> ids.add(student.id().value()));
    for (Optional<StudentId> next = page.next(); next.isPresent(); next = page.next()) {
      page = listing.after(next.get(), limit);
      page.students().forEach(student -> ids.add(student.id().value()));
    }
    return ids;
  }
}
