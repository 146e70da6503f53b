package dev.students.data;

import static org.assertj.core.api.Assertions.assertThat;

import dev.students.data.internal.RequestIdentity;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Makes up to three other calls between any two requests of a call, or after a request whose
 * response is lost. All results and the whole table must be as if the call had been made before,
 * between or after the others (linearizability).
 *
 * <p>A few interleavings run in every build; all of them, tens of thousands that take many minutes,
 * run with the Maven profile {@code exhaustive}, and those of one state with {@code
 * -Dinterleavings=live}.
 */
class InterleavingTest {

  /** A state of which all are tried, or "all"; empty for the few. */
  private static final String CHOSEN = System.getProperty("interleavings", "");

  private static final boolean ALL = !CHOSEN.isEmpty();
  private static final Set<String> STATES = Set.of("live", "deleted");
  private static final Set<String> CALLS =
      Set.of("move", Scene.MOVE_AS_READ, "restore", Scene.LIST_AWARDS, "erase");
  private static final Set<String> BETWEEN = Set.of("softDelete", "award");

  /** A different person gets the id. */
  private static final List<String> ANOTHER = List.of("erase", Scene.CREATE_NINA);

  private final TestTable table = new TestTable();
  private final Map<String, Integer> requestsUndisturbed = new HashMap<>();
  private final Map<List<String>, InOrder> inOrder = new HashMap<>();
  private final AtomicLong lives = new AtomicLong();
  private final StudentStore store = table.builder().identities(this::identity).build();
  private final StudentStore other =
      StudentStore.builder(TestTable.PLAIN, table.name).identities(this::identity).build();

  /** The names of the call under test and of the calls between its requests, in order. */
  record Mix(String state, String call, List<String> between) {}

  /** The result of each call, in a separate scene. */
  record Answers(int scene, String call, List<String> between) {}

  /** The results of the calls made one after the other, in a separate scene. */
  record InOrder(int scene, List<String> answers) {}

  /** An interleaving, and each sequential order of its calls. */
  record Trial(String what, Answers mixed, List<Answers> serial) {

    boolean isExplained(Map<Integer, Map<String, Map<String, String>>> items) {
      Outcome outcome = outcome(mixed, items);
      return serial.stream().anyMatch(one -> outcome(one, items).equals(outcome));
    }
  }

  /** All results and the resulting content of the table. */
  record Outcome(String call, List<String> between, Map<String, Map<String, String>> items) {}

  static Stream<String> states() {
    return Scene.STATES.keySet().stream()
        .filter(ALL ? name -> CHOSEN.equals("all") || CHOSEN.equals(name) : STATES::contains);
  }

  private static Stream<Mix> mixes(String state) {
    return Scene.OURS.keySet().stream()
        .filter(name -> ALL || CALLS.contains(name))
        .flatMap(call -> between().map(between -> new Mix(state, call, between)));
  }

  private static Stream<List<String>> between() {
    List<String> acts =
        Stream.concat(Scene.OURS.keySet().stream(), Scene.LEGACY.keySet().stream())
            .filter(name -> ALL || BETWEEN.contains(name))
            .toList();
    return Stream.of(
            acts.stream().map(List::of),
            Stream.of(ANOTHER, List.of("erase", "create")),
            acts.stream().map(act -> List.of(ANOTHER.get(0), ANOTHER.get(1), act)),
            acts.stream().map(act -> List.of(act, ANOTHER.get(0), ANOTHER.get(1))))
        .flatMap(lists -> lists);
  }

  @AfterEach
  void close() {
    table.close();
  }

  @ParameterizedTest
  @MethodSource("states")
  void calls_interleaved_areLinearizable(String state) {
    List<Trial> trials = mixes(state).flatMap(mix -> trials(mix).stream()).toList();
    Map<Integer, Map<String, Map<String, String>>> items = itemsByScene();
    assertThat(trials).isNotEmpty();
    assertThat(trials.stream().filter(trial -> !trial.isExplained(items)).limit(5))
        .as("interleavings, of %d, that no sequential order of the calls explains", trials.size())
        .isEmpty();
  }

  private List<Trial> trials(Mix mix) {
    int requests = requestsUndisturbed.computeIfAbsent(mix.call(), call -> requests(mix));
    List<Answers> serial = serial(mix);
    List<Trial> trials = new ArrayList<>();
    for (boolean lost : new boolean[] {false, true}) {
      // Starts at 1, because before the first request means before the call.
      for (int request = lost ? 0 : 1; request < requests; request++) {
        String what =
            "%s: %s %s request %d of %s"
                .formatted(
                    mix.state(),
                    mix.between(),
                    lost ? "after lost" : "before",
                    request,
                    mix.call());
        trials.add(trial(what, mix, mixed(mix, request, lost), serial));
      }
    }
    return trials;
  }

  /** The number of requests that the call makes without interference. */
  private int requests(Mix mix) {
    Scene scene = scene(mix.state());
    table.wire.forget();
    scene.answer(Scene.act(mix.call()), store);
    return table.wire.sent().size();
  }

  /** Skips creations that are refused because the id is still being erased, which is documented. */
  private Trial trial(String what, Mix mix, Answers mixed, List<Answers> serial) {
    List<Integer> kept =
        IntStream.range(0, mixed.between().size())
            .filter(i -> !mixed.between().get(i).equals("StudentExistsException"))
            .boxed()
            .toList();
    if (!mix.call().equals("erase") || kept.size() == mixed.between().size()) {
      return new Trial(what, mixed, serial);
    }
    Mix reduced = new Mix(mix.state(), mix.call(), kept.stream().map(mix.between()::get).toList());
    List<String> answers = kept.stream().map(mixed.between()::get).toList();
    List<Answers> orders = new ArrayList<>(serial(reduced));
    // It may also have been refused because the student existed and was erased later.
    serial.stream()
        .filter(one -> one.between().equals(mixed.between()))
        .map(one -> new Answers(one.scene(), one.call(), answers))
        .forEach(orders::add);
    return new Trial(what, new Answers(mixed.scene(), mixed.call(), answers), orders);
  }

  /** The call before, between and after the others. */
  private List<Answers> serial(Mix mix) {
    return IntStream.rangeClosed(0, mix.between().size())
        .mapToObj(
            position -> {
              List<String> acts = new ArrayList<>(mix.between());
              acts.add(position, mix.call());
              InOrder one = inOrder.computeIfAbsent(acts, key -> inOrder(mix.state(), key));
              List<String> between = new ArrayList<>(one.answers());
              String call = between.remove(position);
              return new Answers(one.scene(), call, between);
            })
        .toList();
  }

  private InOrder inOrder(String state, List<String> acts) {
    Scene scene = scene(state);
    return new InOrder(scene.number(), answers(scene, acts));
  }

  private Answers mixed(Mix mix, int request, boolean lost) {
    Scene scene = scene(mix.state());
    List<String> between = new ArrayList<>();
    Runnable acts = () -> between.addAll(answers(scene, mix.between()));
    table.wire.forget();
    if (lost) {
      table.wire.lose(request, acts);
    } else {
      table.wire.before(request, acts);
    }
    String call = scene.answer(Scene.act(mix.call()), store);
    assertThat(between).hasSameSizeAs(mix.between());
    return new Answers(scene.number(), call, between);
  }

  private List<String> answers(Scene scene, List<String> acts) {
    return acts.stream().map(act -> scene.answer(Scene.act(act), other)).toList();
  }

  private Scene scene(String state) {
    return new Scene(table, table.scenes++).in(state, other);
  }

  private RequestIdentity identity() {
    return new RequestIdentity(
        TestTable.NOW, UUID.randomUUID().toString(), lives.incrementAndGet() * Scene.LIVES + 1);
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
    item.forEach(
        (name, value) ->
            shown.put(
                name,
                name.equals("version")
                    ? Long.toString(Long.parseLong(value.n()) % Scene.LIVES)
                    : scene.withoutNumber(value.toString())));
    // The fingerprint is salted with the id, which contains the scene's number.
    shown.remove("fingerprint");
    return shown;
  }

  private static Outcome outcome(
      Answers answers, Map<Integer, Map<String, Map<String, String>>> items) {
    return new Outcome(
        answers.call(), answers.between(), items.getOrDefault(answers.scene(), Map.of()));
  }
}
