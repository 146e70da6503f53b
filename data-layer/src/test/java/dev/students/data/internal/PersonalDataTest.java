package dev.students.data.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.students.data.EmailAddress;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PersonalDataTest {

  @Test
  void toString_requestsAndDecisions_omitsTheirValues() {
    StudentItem read = Fixtures.read(Fixtures.live());
    Decision decision =
        new SoftDeleteStudent(Fixtures.TABLE, Fixtures.ADA, OptionalLong.empty())
            .decide(read, Dropped.NOTHING, Fixtures.IDENTITY);
    Transaction transaction = ((Decision.Write) decision).transaction();
    EmailAddress email = EmailAddress.of("Ada@Example.org");
    Cancellation cancellation =
        new Cancellation(
            Map.of(ActionRole.RELEASE, new Item(Fixtures.key("email#ada@example.org"))),
            Set.of("ada@example.org"));

    OptimisticLock lock = OptimisticLock.of(new Item(Fixtures.key("student#ada")));
    assertThat(
            List.of(
                transaction,
                transaction.actions().get(1),
                cancellation,
                Dropped.NOTHING.andReleases(Set.of("ada@example.org")),
                AddressForms.of(email),
                new FindByEmail(Fixtures.TABLE, email),
                read.item(),
                lock))
        .map(Object::toString)
        .containsExactly(
            "Transaction[STUDENT, RELEASE]",
            "Action[RELEASE]",
            "Cancellation{RELEASE=Item[email#…]}",
            "Dropped[claim=false, releases=1]",
            "AddressForms[…]",
            "FindByEmail[table=students, forms=AddressForms[…]]",
            "Item[student#ada]",
            "OptimisticLock[" + lock.condition() + "]");
    assertThat(List.of(read, decision, OptimisticLock.of(read.item())))
        .map(Object::toString)
        .noneMatch(text -> text.matches("(?is).*(lovelace|example).*"));
  }
}
