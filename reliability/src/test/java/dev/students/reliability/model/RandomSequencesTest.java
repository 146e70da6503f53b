package dev.students.reliability.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.students.local.LocalDynamoDb;
import dev.students.reliability.Figures;
import dev.students.reliability.Form;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.LongFunction;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Random sequences of all operations against an exact model, with and without faults. */
class RandomSequencesTest {

  private static final int LONGEST = 30;

  @AutoClose private static final LocalDynamoDb LOCAL = LocalDynamoDb.inMemory();

  @ParameterizedTest
  @ValueSource(ints = {0, 10, 30})
  void store_randomCallsOnDynamoDbLocal_doesWhatTheModelDoes(int faultPercent) {
    attack(Form.of(10, 100), faultPercent, seed -> World.onDynamoDbLocal(LOCAL));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 10, 30})
  void store_randomCallsInMemory_doesWhatTheModelDoes(int faultPercent) {
    attack(Form.of(60, 3_400), faultPercent, World::inMemory);
  }

  private static void attack(int sequences, int faultPercent, LongFunction<World> worlds) {
    long first = Form.seed();
    for (int i = 0; i < sequences; i++) {
      long seed = first + i;
      Attack attack = new Attack(worlds, seed, faultPercent);
      List<Call> calls = sequence(seed, faultPercent);
      if (attack.wrongWith(calls).isPresent()) {
        List<Call> smallest = attack.shrink(calls);
        assertThat(attack.wrongWith(smallest))
            .as(
                "-Dreliability.seed=%d, faults %d %%, smallest sequence %s",
                seed, faultPercent, lines(smallest))
            .isEmpty();
      }
    }
    Figures.tell(
        "%d sequences from seed %d, %d %% faults".formatted(sequences, first, faultPercent));
  }

  private static List<Call> sequence(long seed, int faultPercent) {
    Random random = new Random(seed * 31 + faultPercent);
    return Call.sequence(random).limit(5 + random.nextInt(LONGEST)).toList();
  }

  private static String lines(List<Call> calls) {
    return calls.stream().map(call -> "\n  " + call).reduce("", String::concat);
  }

  /** The same attack again, with fewer calls each time. */
  private record Attack(LongFunction<World> worlds, long seed, int faultPercent) {

    Optional<String> wrongWith(List<Call> calls) {
      try (SequenceRun run = new SequenceRun(worlds.apply(seed), faultPercent)) {
        return run.run(calls);
      }
    }

    /** Leaves out ever smaller parts for as long as it still goes wrong. */
    List<Call> shrink(List<Call> calls) {
      List<Call> smallest = calls;
      for (int part = smallest.size() / 2; part > 0; part /= 2) {
        for (int from = 0; from + part <= smallest.size(); ) {
          List<Call> shorter = new ArrayList<>(smallest);
          shorter.subList(from, from + part).clear();
          if (wrongWith(shorter).isPresent()) {
            smallest = shorter;
          } else {
            from++;
          }
        }
      }
      return smallest;
    }
  }
}
