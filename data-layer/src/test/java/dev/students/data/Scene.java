package dev.students.data;

import static java.util.Objects.requireNonNull;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Two students: Sam, who is changed, and Tom, whose address Sam may want. Sam's ids and addresses
 * contain the scene's number, so that many scenes can share a table.
 */
record Scene(TestTable table, int number, long versionAtFirst, Optional<Student> atFirst) {

  Scene(TestTable table, int number) {
    this(table, number, 0, Optional.empty());
  }

  /** In the tests that use scenes, versions start at a multiple of this number plus one. */
  static final long LIVES = 1_000;

  /** An operation on Sam by some caller. */
  interface Act {
    Object on(Scene scene, StudentStore store);

    default Act then(Act next) {
      return (scene, store) -> {
        on(scene, store);
        return next.on(scene, store);
      };
    }
  }

  /** A different student with the id that was Sam's. */
  static final String CREATE_NINA = "create Nina under Sam's id";

  static final String MOVE_AS_READ = "move as read at first or now";

  static final String LIST_AWARDS = "list awards";

  /** The possible initial states of Sam. Tom exists in all of them. */
  static final Map<String, Act> STATES = states();

  /** The operations of callers of the store. */
  static final Map<String, Act> OURS = ours();

  /** The operations of a legacy client. */
  static final Map<String, Act> LEGACY = legacy();

  private static Map<String, Act> states() {
    Act live = Scene::createSam;
    Map<String, Act> states = new LinkedHashMap<>();
    states.put("absent", (scene, store) -> "absent");
    states.put("live", live);
    states.put("awarded", live.then((scene, store) -> scene.award(store, 3)));
    states.put("deleted", live.then(Scene::softDelete));
    states.put("legacy", (scene, store) -> scene.putLegacy("home"));
    states.put("legacy with Tom's address", (scene, store) -> scene.putLegacy("toms"));
    states.put("moved by a legacy client", live.then(legacyMove("new")));
    states.put("moved to Tom's address by a legacy client", live.then(legacyMove("toms")));
    states.put("deleted by a legacy client", live.then(Scene::legacyDelete));
    return states;
  }

  private static Map<String, Act> ours() {
    Map<String, Act> acts = new LinkedHashMap<>();
    acts.put("create", Scene::createSam);
    acts.put(CREATE_NINA, Scene::createNina);
    acts.put(
        "create another with Sam's address",
        (scene, store) -> store.create(scene.student("una", "home")));
    acts.put(
        "rename",
        (scene, store) ->
            scene.update(store, StudentUpdate.builder().firstName(PersonName.of("Samuel"))));
    acts.put(
        "rename at the version at first",
        (scene, store) ->
            scene.update(
                store,
                StudentUpdate.builder()
                    .lastName(PersonName.of("One"))
                    .expectedVersion(scene.versionAtFirst())));
    acts.put("move", (scene, store) -> scene.move(store, "away"));
    acts.put("move to Tom's address", (scene, store) -> scene.move(store, "toms"));
    acts.put("softDelete", Scene::softDelete);
    acts.put("restore", (scene, store) -> store.restore(scene.sam()));
    acts.put(
        "rename as read at first",
        asRead(
            (store, read) ->
                store.update(
                    read, StudentUpdate.builder().firstName(PersonName.of("Sammy")).build())));
    acts.put(MOVE_AS_READ, Scene::moveAsRead);
    acts.put("softDelete as read at first", asRead((store, read) -> store.softDelete(read)));
    acts.put(
        "restore as read at first or now",
        asRead((store, read) -> store.restore(read, ChangeOption.READ_AGAIN_IF_CHANGED)));
    acts.put("award", (scene, store) -> scene.award(store, 5));
    acts.put("deduct", (scene, store) -> scene.award(store, -3));
    acts.put(LIST_AWARDS, Scene::listAwards);
    acts.put("erase", Scene::erase);
    acts.put("delete Tom", (scene, store) -> store.softDelete(scene.id("tom")));
    return acts;
  }

  private static Map<String, Act> legacy() {
    Map<String, Act> acts = new LinkedHashMap<>();
    acts.put("legacy client's move", legacyMove("old"));
    acts.put("legacy client's move to Tom's address", legacyMove("toms"));
    acts.put("legacy client's delete", Scene::legacyDelete);
    return acts;
  }

  private static Act asRead(BiFunction<StudentStore, Student, Student> change) {
    return (scene, store) ->
        scene.atFirst().isPresent()
            ? change.apply(store, scene.atFirst().orElseThrow())
            : "no student was read";
  }

  private Object moveAsRead(StudentStore store) {
    StudentUpdate move = StudentUpdate.builder().email(email("away")).build();
    return asRead((its, read) -> its.update(read, move, ChangeOption.READ_AGAIN_IF_CHANGED))
        .on(this, store);
  }

  private static Act legacyMove(String local) {
    return (scene, store) ->
        scene.set("gsi1_pk", AttributeValue.fromS(scene.email(local).normalized()));
  }

  private Object legacyDelete(StudentStore store) {
    return set("deleted", AttributeValue.fromBool(true));
  }

  static Act act(String name) {
    Act ours = OURS.get(name);
    return ours != null ? ours : requireNonNull(LEGACY.get(name), name);
  }

  /** The number of the scene that the key belongs to. */
  static Scene of(TestTable table, String key) {
    return new Scene(table, Integer.parseInt(key.replaceFirst("^[^-]*-(\\d+)\\..*$", "$1")));
  }

  /** Sets up the scene. */
  Scene in(String state, StudentStore store) {
    store.create(student("tom", "toms"));
    requireNonNull(STATES.get(state), state).on(this, store);
    AttributeValue version = table.item("student#" + sam().value()).get("version");
    return new Scene(
        table,
        number,
        version == null ? 0 : Long.parseLong(version.n()),
        store.findById(sam(), FindOption.INCLUDE_DELETED));
  }

  /**
   * The result that the caller sees, without the scene's number and without XP, which may be that
   * of the read before the change.
   */
  String answer(Act act, StudentStore store) {
    try {
      Object answer = act.on(this, store);
      return withoutNumber(
          answer instanceof Student student
              ? "%s %s %s %s, version %d, deleted %s"
                  .formatted(
                      student.id().value(),
                      student.firstName().value(),
                      student.lastName().value(),
                      student.email().value(),
                      student.version() % LIVES,
                      student.isDeleted())
              : answer.toString());
    } catch (StudentStoreException e) {
      return e.getClass().getSimpleName();
    }
  }

  String withoutNumber(String text) {
    return text.replace(suffix(), "");
  }

  private String suffix() {
    return "-" + number + ".";
  }

  private StudentId id(String name) {
    return StudentId.of(name + suffix());
  }

  private StudentId sam() {
    return id("sam");
  }

  private EmailAddress email(String local) {
    return EmailAddress.of(local + suffix() + "@x.org");
  }

  private NewStudent student(String name, String local) {
    return NewStudent.of(PersonName.of(name), PersonName.of("S"), email(local)).withId(id(name));
  }

  private Student createSam(StudentStore store) {
    return store.create(student("sam", "home"));
  }

  private Student createNina(StudentStore store) {
    return store.create(
        NewStudent.of(PersonName.of("Nina"), PersonName.of("N"), email("nina")).withId(sam()));
  }

  private Student update(StudentStore store, StudentUpdate.Builder update) {
    return store.update(sam(), update.build());
  }

  private Student move(StudentStore store, String local) {
    return update(store, StudentUpdate.builder().email(email(local)));
  }

  private Student softDelete(StudentStore store) {
    return store.softDelete(sam());
  }

  private AwardOutcome award(StudentStore store, long amount) {
    return store.awardXp(sam(), XpAward.of(AwardId.of("of" + amount), amount));
  }

  private List<String> listAwards(StudentStore store) {
    return store.awards(sam()).stream().map(award -> award.id().value()).toList();
  }

  private String erase(StudentStore store) {
    store.erase(sam());
    return "erased";
  }

  private String putLegacy(String local) {
    table.putLegacy(sam().value(), email(local).normalized());
    return "put";
  }

  private String set(String attribute, AttributeValue value) {
    return table.setAsLegacyClient(sam().value(), attribute, value) ? "set" : "nobody there";
  }
}
