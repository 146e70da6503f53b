package dev.students.reliability.model;

import dev.students.reliability.model.Call.Kind;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What several callers did at once, and whether one order of it explains every answer:
 * linearizability, by the search of Wing and Gong with the memory of Lowe. A call whose outcome is
 * unknown may have been applied at any time since it began, or never. An erasure is two steps,
 * because the personal data goes before the awards.
 *
 * @param calls in any order
 * @see <a href="https://www.cs.ox.ac.uk/people/gavin.lowe/LinearizabiltyTesting/">Lowe, Testing for
 *     linearizability</a>
 */
record History(List<Made> calls) {

  /** When a call returned of which nobody knows whether it was applied. */
  static final long NEVER = Long.MAX_VALUE;

  /**
   * One call.
   *
   * @param id the student that it is about
   * @param answer in the model's words
   * @param began a moment before the first request
   * @param ended a moment after the answer, or {@link #NEVER}
   */
  record Made(Call call, String id, String answer, long began, long ended) {

    boolean isUnknown() {
      return ended == NEVER;
    }
  }

  /** Where the search stands. Sets of calls are not changed once they are in here. */
  private record Position(BitSet done, BitSet erasuresBegun, Model model) {

    Position withDone(int call, Model after) {
      return new Position(with(done, call), erasuresBegun, after);
    }

    Position withBegun(int call, Model after) {
      return new Position(done, with(erasuresBegun, call), after);
    }

    private static BitSet with(BitSet set, int call) {
      BitSet more = (BitSet) set.clone();
      more.set(call);
      return more;
    }
  }

  /** Whether one order explains all answers but those of the index. */
  boolean isLinearizable() {
    return new History(calls.stream().filter(made -> !isEventual(made)).toList()).isExplained();
  }

  private boolean isExplained() {
    return explains(new Position(new BitSet(), new BitSet(), Model.empty()), new HashSet<>());
  }

  /**
   * The look-ups in the index that found what was never there: a student is shown, late or not,
   * only with an address that was asked for, and that some call had given that student before the
   * look-up ended.
   */
  List<Made> inventions() {
    return calls.stream()
        .filter(made -> isEventual(made) && !made.isUnknown())
        .filter(made -> !made.answer().equals(Model.NOBODY))
        .filter(made -> calls.stream().noneMatch(earlier -> mayHaveShown(earlier, made)))
        .toList();
  }

  private static boolean isEventual(Made made) {
    return made.call().kind() == Kind.FIND_BY_EMAIL;
  }

  private static boolean mayHaveShown(Made earlier, Made found) {
    boolean gives =
        switch (earlier.call().kind()) {
          case CREATE, CREATE_WITHOUT_ID, UPDATE_EMAIL -> true;
          default -> false;
        };
    String email = earlier.call().email();
    // The id of a student that was created without one is not known when its answer was lost.
    boolean isOfThatStudent =
        found.answer().startsWith(earlier.id() + " ")
            || (earlier.call().kind() == Kind.CREATE_WITHOUT_ID && earlier.isUnknown());
    return gives
        && earlier.began() < found.ended()
        && isOfThatStudent
        && found.answer().contains(" " + email + " ")
        && Model.normalize(email).equals(Model.normalize(found.call().email()));
  }

  private boolean explains(Position position, Set<Position> visited) {
    if (!visited.add(position)) {
      return false;
    }
    long firstEnd = NEVER;
    boolean open = false;
    for (int i = 0; i < calls.size(); i++) {
      if (!position.done().get(i) && !calls.get(i).isUnknown()) {
        firstEnd = Math.min(firstEnd, calls.get(i).ended());
        open = true;
      }
    }
    if (!open) {
      return true;
    }
    for (int i = 0; i < calls.size(); i++) {
      if (!position.done().get(i)
          && calls.get(i).began() <= firstEnd
          && explainsNext(position, i, visited)) {
        return true;
      }
    }
    return false;
  }

  /** Whether it can be that this call comes next, in whole or with its next step. */
  private boolean explainsNext(Position position, int index, Set<Position> visited) {
    Made made = calls.get(index);
    Model model = position.model();
    if (made.call().kind() == Kind.ERASE) {
      return position.erasuresBegun().get(index)
          ? explains(position.withDone(index, model.withErasureEnded(made.id())), visited)
          : explains(position.withBegun(index, model.withErasureBegun(made.id())), visited);
    }
    Model.Step step = model.apply(made.call(), made.id(), null);
    boolean fits =
        made.isUnknown()
            || model.mayAnswer(made.call(), made.id(), step, made.answer())
            || (isChange(made) && withoutXp(step.answer()).equals(withoutXp(made.answer())));
    return fits && explains(position.withDone(index, step.after()), visited);
  }

  /** A changed student is answered with the XP that was read before the change. */
  private static boolean isChange(Made made) {
    return switch (made.call().kind()) {
      case UPDATE_NAME, UPDATE_EMAIL, SOFT_DELETE, RESTORE -> true;
      default -> false;
    };
  }

  private static String withoutXp(String view) {
    return view.replaceFirst(" xp=\\d+", "");
  }
}
