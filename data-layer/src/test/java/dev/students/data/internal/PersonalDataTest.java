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

    assertThat(
            List.of(
                transaction,
                transaction.actions().get(1),
                cancellation,
                Dropped.NOTHING.andReleases(Set.of("ada@example.org")),
                AddressForms.of(email.value()),
                new FindByEmail(Fixtures.TABLE, email),
                read.item(),
                OptimisticLock.of(new Item(Fixtures.key("student#ada")))))
        .map(Object::toString)
        .containsExactly(
            "Transaction[STUDENT, RELEASE]",
            "Action[RELEASE]",
            "Cancellation{RELEASE=Item[email#…]}",
            "Dropped[claim=false, releases=1]",
            "AddressForms[…]",
            "FindByEmail[table=students, forms=AddressForms[…]]",
            "Item[student#ada]",
            "OptimisticLock[attribute_exists(pk) AND attribute_not_exists(version)"
                + " AND attribute_not_exists(gsi1_pk) AND attribute_not_exists(deleted)"
                + " AND attribute_not_exists(erasing) AND attribute_not_exists(reservedAs)"
                + " AND attribute_not_exists(firstName) AND attribute_not_exists(lastName)"
                + " AND attribute_not_exists(email)]");
    assertThat(List.of(read, decision, OptimisticLock.of(read.item())))
        .map(Object::toString)
        .noneMatch(text -> text.matches("(?is).*(lovelace|example).*"));
  }
}
