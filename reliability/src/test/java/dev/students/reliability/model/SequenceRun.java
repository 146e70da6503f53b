package dev.students.reliability.model;

import static java.util.Objects.requireNonNull;

import dev.students.data.Student;
import dev.students.data.StudentStore;
import dev.students.reliability.faults.Fault;
import dev.students.reliability.faults.FaultyHttpClient;
import dev.students.reliability.model.Call.Kind;
import dev.students.reliability.model.Model.Seen;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * One sequence of calls, compared with the model after each of them: the answer, and the whole
 * table.
 *
 * <p>Of a call whose answer does not tell whether it was applied, both are possible until the table
 * is read. A request that arrives late may apply a call that was refused or whose outcome was
 * unknown, but none that was applied before, and a change of a profile only while the profile is
 * the one that the call had read.
 */
final class SequenceRun implements AutoCloseable {

  /** A request that has not arrived yet. */
  private record Late(ExecutableHttpRequest request, Call call, @Nullable Seen seen) {}

  /** What may be the case, and whether the call is in it. */
  private record Possible(Model model, boolean applied) {}

  private static final List<Fault> FAULTS = List.of(Fault.values());

  private final World world;
  private final DynamoDbClient reads;
  private final FaultyHttpClient wire;
  private final DynamoDbClient client;
  private final StoreCaller caller;
  private final List<Late> late = new ArrayList<>();
  private final List<Model> history = new ArrayList<>();
  private final Map<String, Seen> seen = new HashMap<>();
  private final Map<String, ModelStudent> read = new HashMap<>();
  private final Set<Call> applied = new LinkedHashSet<>();
  private final int faultPercent;
  private Random chance = new Random(0);
  private Model model = Model.empty();

  SequenceRun(World world, int faultPercent) {
    this.world = world;
    this.faultPercent = faultPercent;
    this.reads = world.reads();
    this.wire = new FaultyHttpClient(world.http(), this::nextFault);
    this.client = wire.client(world.builder());
    this.caller = new StoreCaller(StudentStore.create(client, world.table()));
    history.add(model);
  }

  private Optional<Fault> nextFault() {
    return chance.nextInt(100) < faultPercent
        ? Optional.of(FAULTS.get(chance.nextInt(FAULTS.size())))
        : Optional.empty();
  }

  /** What went wrong, or nothing. */
  Optional<String> run(List<Call> calls) {
    for (int i = 0; i < calls.size(); i++) {
      chance = new Random(calls.get(i).faultSeed());
      Optional<String> wrong = chance.nextInt(3) == 0 ? deliver() : Optional.empty();
      wrong = wrong.isPresent() ? wrong : call(calls.get(i));
      if (wrong.isPresent()) {
        return Optional.of("call %d, %s: %s".formatted(i, calls.get(i), wrong.get()));
      }
    }
    while (!late.isEmpty()) {
      Optional<String> wrong = deliver();
      if (wrong.isPresent()) {
        return wrong;
      }
    }
    return Optional.empty();
  }

  private Optional<String> call(Call call) {
    Seen before = model.seen(call.student());
    String answer = caller.call(call);
    wire.takeLate().forEach(request -> late.add(new Late(request, call, before)));
    TableView table = TableView.read(reads, world.table());
    String id = idOf(call, table);
    Seen expected =
        call.kind().name().endsWith("_AT_VERSION_SEEN") ? seen.get(call.student()) : null;
    ModelStudent given = call.kind().name().contains("_AS_READ") ? read.get(call.student()) : null;
    Model.Step step =
        given == null ? model.apply(call, id, expected) : model.applyTo(given, call, id);
    boolean unknown = answer.equals(StoreCaller.UNKNOWN);
    if (!unknown && !mayAnswer(call, id, step, answer)) {
      return Optional.of("answered %s instead of %s".formatted(answer, step.answer()));
    }
    List<Possible> possible = new ArrayList<>();
    possible.add(new Possible(step.after(), !step.after().equals(model)));
    if (unknown) {
      possible.add(new Possible(model, false));
      if (call.kind() == Kind.ERASE) {
        possible.add(new Possible(model.withErasureBegun(id), true));
      }
      possible.addAll(parts(call));
    }
    // The index may show what was between the transactions of several awards.
    parts(call).forEach(part -> history.add(part.model()));
    Optional<String> wrong = settle(possible, table, call);
    // Only readings by id are remembered, so that what was seen is often out of date.
    if (call.kind() == Kind.FIND_BY_ID || call.kind() == Kind.FIND_DELETED_TOO) {
      caller.answered().ifPresent(this::remember);
    }
    return wrong;
  }

  private void remember(Student student) {
    caller.remember(student);
    seen.put(student.id().value(), model.seen(student.id().value()));
    read.put(student.id().value(), requireNonNull(model.students().get(student.id().value())));
  }

  private boolean mayAnswer(Call call, String id, Model.Step step, String answer) {
    return model.mayAnswer(call, id, step, answer)
        || (call.kind() == Kind.FIND_BY_EMAIL
            && !world.indexIsExact()
            && history.stream()
                .anyMatch(earlier -> earlier.apply(call, id, null).answer().equals(answer)));
  }

  /** The earliest of the late requests arrives, if there is one. */
  private Optional<String> deliver() {
    if (late.isEmpty()) {
      return Optional.empty();
    }
    Late next = late.remove(0);
    try {
      next.request().call();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Call call = next.call();
    TableView table = TableView.read(reads, world.table());
    String id = idOf(call, table);
    List<Possible> possible = new ArrayList<>();
    possible.add(new Possible(model, false));
    if (mayStillApply(next)) {
      possible.add(new Possible(model.apply(call, id, null).after(), true));
      possible.addAll(parts(call));
      if (call.kind() == Kind.ERASE) {
        possible.add(new Possible(model.withErasureBegun(id), true));
      }
    }
    return settle(possible, table, call).map(wrong -> "a late request of " + call + ": " + wrong);
  }

  /** What some of several awards lead to. */
  private List<Possible> parts(Call call) {
    return call.kind() == Kind.AWARD_SEVERAL
        ? IntStream.range(1, 1 << call.several().size())
            .mapToObj(which -> new Possible(model.awardSeveral(call, which).after(), true))
            .toList()
        : List.of();
  }

  private boolean mayStillApply(Late request) {
    return switch (request.call().kind()) {
      // Each part of it is guarded by the awards that are there.
      case AWARD_SEVERAL -> true;
      case CREATE, CREATE_WITHOUT_ID, AWARD_XP -> !applied.contains(request.call());
      // What an erasure begins and what it ends with are requests of their own.
      case ERASE -> model.seen(request.call().student()).equals(request.seen());
      default ->
          !applied.contains(request.call())
              && model.seen(request.call().student()).equals(request.seen());
    };
  }

  private Optional<String> settle(List<Possible> possible, TableView table, Call call) {
    for (Possible one : possible) {
      if (TableView.of(one.model()).equals(table)) {
        model = one.model();
        history.add(model);
        if (one.applied()) {
          applied.add(call);
        }
        return Optional.empty();
      }
    }
    return Optional.of(
        "the table holds%n  %s%ninstead of%n  %s"
            .formatted(
                String.join("\n  ", table.lines()),
                String.join("\n  ", TableView.of(possible.get(0).model()).lines())));
  }

  /**
   * The id that the call is about; for one that the store chooses, that of the student who is new
   * in the table.
   */
  private String idOf(Call call, TableView table) {
    if (call.kind() != Kind.CREATE_WITHOUT_ID) {
      return call.student();
    }
    return table.students().stream()
        .filter(id -> !model.students().containsKey(id))
        .findFirst()
        .orElse("nobody's id");
  }

  @Override
  public void close() {
    client.close();
    reads.close();
  }
}
