package dev.students.data;

import static org.assertj.core.api.Assertions.assertThat;

import dev.students.data.Scene.Act;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * One call, and another between any two of its requests, or after one whose response is lost: both
 * answers and the whole table must be as if one call had ended before the other began.
 *
 * <p>A few pairs are tried always; all of them, 4,000 trials and some minutes' work, with {@code
 * -Dinterleavings=all}.
 */
class InterleavingTest {

  private static final boolean ALL = "all".equals(System.getProperty("interleavings"));
  private static final Set<String> STATES = Set.of("live", "older with Tom's address");
  private static final Set<String> CALLS = Set.of("move", "softDelete", "erase");
  private static final Set<String> BETWEEN = Set.of("move", "softDelete", "award", "erase");

  private final TestTable table = new TestTable();
  private final StudentStore other =
      StudentStore.builder(TestTable.PLAIN, table.name).clock(() -> TestTable.NOW).build();
  private int scenes;

  /** Two calls by name: the one under test, and the one that comes between its requests. */
  record Pair(String call, String between) {

    Act callAct() {
      return Scene.act(call);
    }

    Act betweenAct() {
      return Scene.act(between);
    }
  }

  /** What each of a pair was answered, in a scene of their own. */
  record Answers(int scene, String call, String between) {}

  /** A pair at once, and in both orders. */
  record Trial(String what, Answers mixed, Answers callFirst, Answers callLast) {}

  /** Both answers, and what is in the table afterwards. */
  record Outcome(String call, String between, Map<String, Map<String, String>> items) {}

  static Stream<String> states() {
    return Scene.STATES.keySet().stream().filter(name -> ALL || STATES.contains(name));
  }

  private static Stream<Pair> pairs() {
    return Scene.OURS.keySet().stream()
        .filter(name -> ALL || CALLS.contains(name))
        .flatMap(
            call ->
                Stream.concat(Scene.OURS.keySet().stream(), Scene.OLDER.keySet().stream())
                    .filter(name -> ALL || BETWEEN.contains(name))
                    .map(between -> new Pair(call, between)));
  }

  @AfterEach
  void close() {
    table.close();
  }

  @ParameterizedTest
  @MethodSource("states")
  void twoCallsAtOnceAreAsOneAfterTheOther(String state) {
    List<Trial> trials = pairs().flatMap(pair -> trials(state, pair).stream()).toList();
    Map<Integer, Map<String, Map<String, String>>> items = itemsByScene();
    assertThat(trials)
        .isNotEmpty()
        .allSatisfy(
            trial -> {
              Outcome mixed = outcome(trial.mixed(), items);
              Outcome callLast = outcome(trial.callLast(), items);
              if (!isRefusedWhileErased(mixed, callLast)) {
                assertThat(mixed)
                    .as(trial.what())
                    .isIn(outcome(trial.callFirst(), items), callLast);
              }
            });
  }

  private List<Trial> trials(String state, Pair pair) {
    Scene first = scene(state);
    String answer = first.answer(pair.callAct(), other);
    Answers callFirst = new Answers(first.number(), answer, first.answer(pair.betweenAct(), other));
    Scene last = scene(state);
    answer = last.answer(pair.betweenAct(), other);
    Answers callLast = new Answers(last.number(), last.answer(pair.callAct(), other), answer);

    List<Trial> trials = new ArrayList<>();
    for (boolean lost : new boolean[] {false, true}) {
      // Before the first request is before the call.
      int request = lost ? 0 : 1;
      Optional<Answers> mixed = mixed(state, pair, request, lost);
      while (mixed.isPresent()) {
        String what =
            "%s: %s %s request %d of %s"
                .formatted(
                    state, pair.between(), lost ? "after lost" : "before", request, pair.call());
        trials.add(new Trial(what, mixed.get(), callFirst, callLast));
        request++;
        mixed = mixed(state, pair, request, lost);
      }
    }
    return trials;
  }

  /** Nothing comes back when the call made fewer requests. */
  private Optional<Answers> mixed(String state, Pair pair, int request, boolean lost) {
    Scene scene = scene(state);
    List<String> between = new ArrayList<>();
    Runnable act = () -> between.add(scene.answer(pair.betweenAct(), other));
    table.wire.forget();
    if (lost) {
      table.wire.lose(request, act);
    } else {
      table.wire.before(request, act);
    }
    String call = scene.answer(pair.callAct(), table.store);
    return between.stream().findFirst().map(b -> new Answers(scene.number(), call, b));
  }

  private Scene scene(String state) {
    return new Scene(table, scenes++).in(state, other);
  }

  private Map<Integer, Map<String, Map<String, String>>> itemsByScene() {
    Map<Integer, Map<String, Map<String, String>>> scenes = new TreeMap<>();
    table
        .items()
        .forEach(
            (key, item) -> {
              Scene scene = Scene.of(table, key);
              scenes
                  .computeIfAbsent(scene.number(), number -> new TreeMap<>())
                  .put(scene.withoutNumber(key), shown(item, scene));
            });
    return scenes;
  }

  private static Map<String, String> shown(Map<String, AttributeValue> item, Scene scene) {
    Map<String, String> shown = new TreeMap<>();
    item.forEach((name, value) -> shown.put(name, scene.withoutNumber(value.toString())));
    // Salted by the id, which has the scene's number.
    shown.remove("fingerprint");
    return shown;
  }

  private static Outcome outcome(
      Answers answers, Map<Integer, Map<String, Map<String, String>>> items) {
    return new Outcome(
        answers.call(), answers.between(), items.getOrDefault(answers.scene(), Map.of()));
  }

  /** As documented: an id that is being erased cannot be created yet. */
  private static boolean isRefusedWhileErased(Outcome mixed, Outcome erasedLast) {
    return mixed.equals(new Outcome("erased", "StudentExistsException", erasedLast.items()));
  }
}
