package dev.students.reliability.model;

import dev.students.reliability.model.Call.Kind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * All students, and what each call does to them and answers. A value: a call makes another one.
 *
 * @param students by id
 * @param incarnations how many students each id has had
 */
record Model(Map<String, ModelStudent> students, Map<String, Integer> incarnations) {

  static final String NOT_FOUND = "StudentNotFoundException";
  static final String EMAIL_TAKEN = "EmailTakenException";
  static final String NOBODY = "nobody";

  /** All awards of a call. */
  private static final int ALL = -1;

  /**
   * What a call leads to.
   *
   * @param after everything afterwards
   * @param answer what the caller gets: a student, a list, or the name of an exception
   */
  record Step(Model after, String answer) {}

  /** The profile that a caller has seen, by what tells two of them apart. */
  record Seen(int incarnation, int version) {}

  static Model empty() {
    return new Model(Map.of(), Map.of());
  }

  static String normalize(String email) {
    return email.toLowerCase(Locale.ROOT);
  }

  Seen seen(String id) {
    ModelStudent student = students.get(id);
    return student == null ? new Seen(0, 0) : new Seen(student.incarnation(), student.version());
  }

  /**
   * Carries a call out.
   *
   * @param id the id of the student that it creates or is about
   * @param expected the profile that the caller expects, if any
   */
  Step apply(Call call, String id, @Nullable Seen expected) {
    ModelStudent student = students.get(id);
    return switch (call.kind()) {
      case CREATE, CREATE_WITHOUT_ID -> create(call, id, student);
      case FIND_BY_ID ->
          answer(
              student != null && !student.erasing() && !student.deleted()
                  ? student.view(id)
                  : NOBODY);
      case FIND_DELETED_TOO ->
          answer(student != null && !student.erasing() ? student.view(id) : NOBODY);
      case FIND_BY_EMAIL -> answer(findByEmail(normalize(call.email())));
      case UPDATE_NAME,
          UPDATE_EMAIL,
          UPDATE_AT_VERSION_SEEN,
          UPDATE_AS_READ,
          UPDATE_EMAIL_AS_READ_OR_NOW ->
          update(call, id, student, expected);
      case SOFT_DELETE, SOFT_DELETE_AT_VERSION_SEEN, SOFT_DELETE_AS_READ ->
          softDelete(id, student, expected);
      case RESTORE, RESTORE_AT_VERSION_SEEN, RESTORE_AS_READ_OR_NOW ->
          restore(id, student, expected);
      case AWARD_XP -> award(call, id, student);
      case AWARD_SEVERAL -> awardSeveral(call, ALL);
      case AWARDS ->
          answer(
              student != null && !student.erasing() && !student.deleted()
                  ? student.awards().toString()
                  : NOT_FOUND);
      case ERASE -> new Step(without(id), "erased");
    };
  }

  /**
   * Whether a call may answer this, which is what the step says; or, of an award for a student that
   * is being erased, that there is no such student, because how many of its awards are left is
   * open.
   */
  boolean mayAnswer(Call call, String id, Step step, String answer) {
    ModelStudent student = students.get(id);
    if (call.kind() == Kind.AWARD_SEVERAL) {
      // Of a student that is being erased it is open which awards are left.
      boolean erasing = call.several().stream().anyMatch(each -> seenErasing(each.student()));
      return erasing || step.answer().equals(answer);
    }
    if (call.kind().name().contains("_AS_READ")) {
      // It has the XP with which the student was read.
      return withoutXp(step.answer()).equals(withoutXp(answer));
    }
    return step.answer().equals(answer)
        || (call.kind() == Kind.AWARD_XP
            && student != null
            && student.erasing()
            && answer.equals(NOT_FOUND));
  }

  private boolean seenErasing(String id) {
    ModelStudent student = students.get(id);
    return student != null && student.erasing();
  }

  private static String withoutXp(String view) {
    return view.replaceFirst(" xp=\\d+", "");
  }

  /** The same student with its personal data gone and its awards left. */
  Model withErasureBegun(String id) {
    ModelStudent student = students.get(id);
    return student == null ? this : with(id, student.beingErased());
  }

  /** No trace of a student whose erasure has begun. */
  Model withErasureEnded(String id) {
    ModelStudent student = students.get(id);
    return student != null && student.erasing() ? without(id) : this;
  }

  private Step create(Call call, String id, @Nullable ModelStudent existing) {
    if (existing != null) {
      boolean repeated =
          !existing.erasing()
              && existing.createdAs().equals(call.name() + "|" + call.email())
              && call.kind() == Kind.CREATE;
      return answer(repeated ? existing.view(id) : "StudentExistsException");
    }
    if (isTaken(call.email(), id)) {
      return answer(EMAIL_TAKEN);
    }
    int incarnation = incarnations.getOrDefault(id, 0) + 1;
    return changed(id, ModelStudent.created(incarnation, call.name(), call.email()));
  }

  private Step update(
      Call call, String id, @Nullable ModelStudent student, @Nullable Seen expected) {
    if (student == null || student.erasing() || student.deleted()) {
      return answer(NOT_FOUND);
    }
    if (expected != null && !expected.equals(seen(id))) {
      return answer("StaleVersionException");
    }
    boolean changesEmail = call.kind().name().startsWith("UPDATE_EMAIL");
    String name = changesEmail ? student.firstName() : call.name();
    String email = changesEmail ? call.email() : student.email();
    if (name.equals(student.firstName()) && email.equals(student.email())) {
      return answer(student.view(id));
    }
    if (isTaken(email, id)) {
      return answer(EMAIL_TAKEN);
    }
    return changed(id, student.with(name, email, false));
  }

  private Step softDelete(String id, @Nullable ModelStudent student, @Nullable Seen expected) {
    if (student == null || student.erasing()) {
      return answer(NOT_FOUND);
    }
    if (student.deleted()) {
      return answer(isStaleRepetition(id, expected) ? "StaleVersionException" : student.view(id));
    }
    if (expected != null && !expected.equals(seen(id))) {
      return answer("StaleVersionException");
    }
    return changed(id, student.with(student.firstName(), student.email(), true));
  }

  private Step restore(String id, @Nullable ModelStudent student, @Nullable Seen expected) {
    if (student == null || student.erasing()) {
      return answer(NOT_FOUND);
    }
    if (!student.deleted()) {
      return answer(isStaleRepetition(id, expected) ? "StaleVersionException" : student.view(id));
    }
    if (expected != null && !expected.equals(seen(id))) {
      return answer("StaleVersionException");
    }
    if (isTaken(student.email(), id)) {
      return answer(EMAIL_TAKEN);
    }
    return changed(id, student.with(student.firstName(), student.email(), false));
  }

  /** A repetition may expect the version that the first call had found, or the one that it left. */
  private boolean isStaleRepetition(String id, @Nullable Seen expected) {
    Seen now = seen(id);
    return expected != null
        && !expected.equals(now)
        && !new Seen(expected.incarnation(), expected.version() + 1).equals(now);
  }

  /** The change of a student as the caller has read it, in two of the kinds also as it is now. */
  Step applyTo(ModelStudent given, Call call, String id) {
    ModelStudent now = students.get(id);
    if (now == null || now.erasing()) {
      return answer(NOT_FOUND);
    }
    boolean sameLife = now.incarnation() == given.incarnation();
    if (sameLife && (now.version() == given.version() || call.kind().name().endsWith("_OR_NOW"))) {
      return apply(call, id, null);
    }
    ModelStudent changed = with(id, given).apply(call, id, null).after().students().get(id);
    boolean repeated = changed != null && changed.isProfileOf(now);
    return answer(repeated ? now.view(id) : "StaleVersionException");
  }

  /**
   * Several awards, of which those may be left out that are not in the set of bits, because the
   * call ended before. One that is repeated after a refusal is tried again at the end.
   */
  Step awardSeveral(Call call, int which) {
    List<Call> awards = call.several();
    String[] answers = new String[awards.size()];
    Model model = this;
    List<Integer> repeated = new ArrayList<>();
    for (int i = 0; i < answers.length; i++) {
      if (awards.indexOf(awards.get(i)) < i) {
        repeated.add(i);
      } else if ((which & (1 << i)) != 0) {
        Step step = model.apply(awards.get(i), awards.get(i).student(), null);
        answers[i] = step.answer();
        model = step.after();
      }
    }
    for (int i : repeated) {
      if ((which & (1 << i)) != 0) {
        Step step = model.apply(awards.get(i), awards.get(i).student(), null);
        answers[i] = step.answer();
        model = step.after();
      }
    }
    return new Step(model, Arrays.toString(answers));
  }

  private Step award(Call call, String id, @Nullable ModelStudent student) {
    Long earlier = student == null ? null : student.awards().get(call.awardId());
    if (earlier != null) {
      return answer(earlier == call.amount() ? "ALREADY_APPLIED" : "AwardMismatchException");
    }
    if (student == null || student.erasing() || student.deleted()) {
      return answer(NOT_FOUND);
    }
    if (student.xp() + call.amount() < 0) {
      return answer("InsufficientXpException");
    }
    return new Step(with(id, student.withAward(call.awardId(), call.amount())), "APPLIED");
  }

  private String findByEmail(String normalized) {
    return students.entrySet().stream()
        .filter(entry -> entry.getValue().holds(normalized))
        .map(entry -> entry.getValue().view(entry.getKey()))
        .findFirst()
        .orElse(NOBODY);
  }

  private boolean isTaken(String email, String by) {
    return students.entrySet().stream()
        .anyMatch(entry -> !entry.getKey().equals(by) && entry.getValue().holds(normalize(email)));
  }

  private Step answer(String answer) {
    return new Step(this, answer);
  }

  private Step changed(String id, ModelStudent student) {
    return new Step(with(id, student), student.view(id));
  }

  private Model with(String id, ModelStudent student) {
    Map<String, ModelStudent> more = new TreeMap<>(students);
    more.put(id, student);
    Map<String, Integer> counts = new TreeMap<>(incarnations);
    counts.put(id, student.incarnation());
    return new Model(more, counts);
  }

  private Model without(String id) {
    Map<String, ModelStudent> fewer = new TreeMap<>(students);
    fewer.remove(id);
    return new Model(fewer, incarnations);
  }
}
