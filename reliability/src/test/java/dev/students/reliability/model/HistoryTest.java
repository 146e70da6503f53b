package dev.students.reliability.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.students.reliability.model.Call.Kind;
import dev.students.reliability.model.History.Made;
import java.util.List;
import org.junit.jupiter.api.Test;

class HistoryTest {

  private static final String ANN = "ada Ann Last x@x.org xp=0";

  @Test
  void history_readBesideWrite_mayShowEither() {
    Made create = made(Kind.CREATE, ANN, 1, 4);

    assertThat(new History(List.of(create, made(Kind.FIND_BY_ID, "nobody", 2, 3))).isLinearizable())
        .isTrue();
    assertThat(new History(List.of(create, made(Kind.FIND_BY_ID, ANN, 2, 3))).isLinearizable())
        .isTrue();
  }

  @Test
  void history_readAfterWriteShowsTheStateBefore_isRefused() {
    History history =
        new History(List.of(made(Kind.CREATE, ANN, 1, 2), made(Kind.FIND_BY_ID, "nobody", 3, 4)));

    assertThat(history.isLinearizable()).isFalse();
  }

  @Test
  void history_secondReadGoesBack_isRefused() {
    History history =
        new History(
            List.of(
                made(Kind.CREATE, ANN, 1, 9),
                made(Kind.FIND_BY_ID, ANN, 2, 3),
                made(Kind.FIND_BY_ID, "nobody", 4, 5)));

    assertThat(history.isLinearizable()).isFalse();
  }

  @Test
  void history_unknownOutcome_mayBeAppliedLateOrNever() {
    Made create = made(Kind.CREATE, StoreCaller.UNKNOWN, 1, History.NEVER);

    assertThat(
            new History(
                    List.of(
                        create,
                        made(Kind.FIND_BY_ID, "nobody", 2, 3),
                        made(Kind.FIND_BY_ID, ANN, 4, 5)))
                .isLinearizable())
        .isTrue();
    assertThat(
            new History(
                    List.of(
                        create,
                        made(Kind.FIND_BY_ID, ANN, 2, 3),
                        made(Kind.FIND_BY_ID, "nobody", 4, 5)))
                .isLinearizable())
        .isFalse();
  }

  @Test
  void history_oneAwardAppliedTwice_isRefused() {
    History history =
        new History(
            List.of(
                made(Kind.CREATE, ANN, 1, 2),
                made(Kind.AWARD_XP, "APPLIED", 3, 6),
                made(Kind.AWARD_XP, "APPLIED", 4, 5)));

    assertThat(history.isLinearizable()).isFalse();
  }

  @Test
  void inventions_foundByAddressWhatWasNeverThere_areThose() {
    Made found = made(Kind.FIND_BY_EMAIL, ANN, 5, 6);
    Made nobody = made(Kind.FIND_BY_EMAIL, Model.NOBODY, 7, 8);

    assertThat(new History(List.of(made(Kind.CREATE, ANN, 1, 2), found, nobody)).inventions())
        .isEmpty();
    assertThat(new History(List.of(made(Kind.CREATE, ANN, 7, 8), found)).inventions())
        .containsExactly(found);
    assertThat(new History(List.of(made(Kind.UPDATE_NAME, ANN, 1, 2), found)).inventions())
        .containsExactly(found);
  }

  private static Made made(Kind kind, String answer, long began, long ended) {
    return new Made(new Call(kind, "ada", "x@x.org", "Ann", 0, 0), "ada", answer, began, ended);
  }
}
