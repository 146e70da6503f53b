package dev.students.benchmarks;

import dev.students.data.AwardId;
import dev.students.data.StoreCall;
import dev.students.data.StudentId;
import dev.students.data.XpAward;
import dev.students.data.internal.Operations;
import dev.students.data.internal.RequestIdentity;
import dev.students.data.internal.RetryPolicy;
import dev.students.data.internal.Session;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.retries.api.BackoffStrategy;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * Half a table's capacity, then twice as much as it takes, then half again, asked by forty callers
 * of the store: does a table that throttles go on working at its capacity, and does it recover? By
 * a virtual clock and the store's own retries, with the same course each time.
 */
final class ThrottlingPart implements Part {

  static final String DELAYS = "delays";
  static final String STORE = "the store's: full jitter, 20 ms to 1 s";
  static final String REFUSALS = "refusals";
  static final String FREE = "cost nothing";
  static final String COSTLY = "cost a quarter of an award";
  static final String APPLIED = "appliedOfCapacity";
  static final String RECOVERY = "secondsToRecover";

  private static final String SECOND = "second";
  private static final String FAILED = "failedOfCalls";
  private static final String REQUESTS = "requestsPerAward";
  private static final double CAPACITY = 20;
  private static final int CALLERS = 40;
  private static final int CALM = 10;
  private static final int BUSY = 30;
  private static final int AFTER = 20;
  private static final int BUCKET = 5;

  /** What happened in one second. */
  private static final class Second {
    private int applied;
    private int failed;
    private int retried;
  }

  @Override
  public String name() {
    return "throttling";
  }

  @Override
  public Measurements measure(Setting setting) throws InterruptedException {
    return measure(true);
  }

  /** By the store's delays, and by worse ones if that is wanted. */
  static Measurements measure(boolean others) throws InterruptedException {
    List<Measured> all = new ArrayList<>();
    for (String refusals : List.of(FREE, COSTLY)) {
      for (Map.Entry<String, BackoffStrategy> each : delays(others).entrySet()) {
        Map<String, String> what =
            Map.of(REFUSALS, refusals, DELAYS, each.getKey(), Measured.ROUND, "0");
        all.addAll(simulate(what, each.getValue(), refusals.equals(COSTLY)));
      }
    }
    return new Measurements(all);
  }

  private static Map<String, BackoffStrategy> delays(boolean others) {
    Map<String, BackoffStrategy> delays = new LinkedHashMap<>();
    Random random = new Random(22);
    BackoffStrategy jitter = attempt -> fullJitter(random, attempt);
    delays.put(STORE, jitter);
    if (others) {
      delays.put("the same, within a budget of retries", new RetryBudget(jitter));
      delays.put("20 ms each time", BackoffStrategy.fixedDelayWithoutJitter(Duration.ofMillis(20)));
      delays.put("none", BackoffStrategy.retryImmediately());
    }
    return delays;
  }

  /** As the store's, which the SDK computes, but by a random number that is the same each time. */
  private static Duration fullJitter(Random random, int attempt) {
    return Duration.ofNanos((long) (random.nextDouble() * mostDelay(attempt).toNanos()));
  }

  /** The upper bound of the delay before an attempt, the second being the first that has one. */
  static Duration mostDelay(int attempt) {
    return Duration.ofMillis((long) Math.min(1_000, 20 * Math.pow(2, attempt - 2)));
  }

  private static List<Measured> simulate(
      Map<String, String> what, BackoffStrategy delays, boolean refusalsCost)
      throws InterruptedException {
    VirtualTime time = new VirtualTime();
    ThrottledTable table = new ThrottledTable(time, CAPACITY, refusalsCost);
    List<Second> seconds = new ArrayList<>();
    IntStream.range(0, CALM + BUSY + AFTER + 10).forEach(i -> seconds.add(new Second()));
    try (DynamoDbClient client = Canned.client(table)) {
      RetryPolicy policy = new RetryPolicy(time, delays);
      List<Runnable> callers = new ArrayList<>();
      for (int i = 0; i < CALLERS; i++) {
        int caller = i;
        callers.add(() -> call(caller, time, client, policy, seconds));
      }
      time.run(callers);
    }
    return figures(what, seconds, table.requests());
  }

  /** Awards on schedule; what a call that takes long makes a caller miss is not made up for. */
  private static void call(
      int caller, VirtualTime time, DynamoDbClient client, RetryPolicy policy, List<Second> all) {
    Operations operations =
        new Operations("students", RequestIdentity.source(InstantSource.system()));
    StudentId student = StudentId.of("s" + caller);
    try {
      time.sleep(Duration.ofNanos((long) (caller * period(0) / CALLERS * 1e9)));
      for (int number = 0; time.nanoTime() < (CALM + BUSY + AFTER) * 1e9; number++) {
        long began = time.nanoTime();
        boolean applied = true;
        Session session = new Session(client, false, policy);
        try {
          operations.awardXp(student, XpAward.of(AwardId.of("quiz-" + number), 1), session);
        } catch (SdkException e) {
          applied = false;
        }
        Second second = all.get((int) Math.min(all.size() - 1, time.nanoTime() / 1_000_000_000));
        boolean retried = session.cost(StoreCall.Operation.AWARD_XP).retries() > 0;
        second.applied += applied ? 1 : 0;
        second.failed += applied ? 0 : 1;
        second.retried += retried ? 1 : 0;
        if (applied && policy.backoff() instanceof RetryBudget budget) {
          budget.succeeded(retried);
        }
        double wait = period(began / 1e9) - (time.nanoTime() - began) / 1e9;
        time.sleep(Duration.ofNanos((long) (Math.max(0, wait) * 1e9)));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Seconds from one call of a caller to its next. */
  private static double period(double now) {
    boolean isBusy = now >= CALM && now < CALM + BUSY;
    return CALLERS / (CAPACITY * (isBusy ? 2 : 0.5));
  }

  private static List<Measured> figures(
      Map<String, String> what, List<Second> seconds, long requests) {
    int applied = seconds.subList(CALM, CALM + BUSY).stream().mapToInt(each -> each.applied).sum();
    int failed = seconds.stream().mapToInt(each -> each.failed).sum();
    int all = seconds.stream().mapToInt(each -> each.applied).sum();
    int recovered = CALM + BUSY + AFTER;
    while (recovered > CALM + BUSY && seconds.get(recovered - 1).retried == 0) {
      recovered--;
    }
    List<Measured> measured = new ArrayList<>();
    measured.add(
        new Measured(
            what,
            Map.of(
                APPLIED, applied / (CAPACITY * BUSY),
                FAILED, (double) failed / (all + failed),
                REQUESTS, (double) requests / Math.max(1, all),
                RECOVERY, (double) recovered - CALM - BUSY)));
    for (int start = 0; start < CALM + BUSY + AFTER; start += BUCKET) {
      Map<String, String> then = new LinkedHashMap<>(what);
      then.put(SECOND, Integer.toString(start));
      double sum =
          seconds.subList(start, start + BUCKET).stream().mapToInt(each -> each.applied).sum();
      measured.add(new Measured(then, Map.of(APPLIED, sum / BUCKET / CAPACITY)));
    }
    return measured;
  }

  @Override
  public String section(Measurements measured) {
    Table table =
        new Table(
            "delays between the tries",
            "refused transactions",
            "awards made while twice the capacity is asked, of the capacity",
            "calls that fail after all their tries",
            "requests an award",
            "seconds until the last call that was tried again");
    for (String refusals : measured.values(REFUSALS)) {
      for (String delays : measured.values(DELAYS)) {
        Map<String, Double> figures = figures(measured, refusals, delays);
        double recovery = figures.getOrDefault(RECOVERY, 0.0);
        table.row(
            delays,
            refusals,
            number("%.2f", figures.get(APPLIED)),
            number("%.0f %%", 100 * figures.getOrDefault(FAILED, 0.0)),
            number("%.1f", figures.get(REQUESTS)),
            recovery >= AFTER ? "not within " + AFTER : number("%.0f", recovery));
      }
    }
    Map<String, Double> free = figures(measured, FREE, STORE);
    Map<String, Double> costly = figures(measured, COSTLY, STORE);
    return table
        + String.format(
            Locale.ROOT,
            """

            With the store's delays %.2f of the capacity goes on being used where refusals cost nothing, and the last call that has to try again ends %.0f s after the rush. If each refusal took a quarter of an award, %.2f would be left, and all would be as before after %.0f s.

            ![Awards made while a table throttles at no cost](performance/throttling.svg)
            ![Awards made while each refusal costs a quarter of an award](performance/throttling-costly.svg)
            """,
            free.get(APPLIED),
            free.get(RECOVERY),
            costly.get(APPLIED),
            costly.get(RECOVERY));
  }

  private static String number(String format, @Nullable Double figure) {
    return String.format(Locale.ROOT, format, figure);
  }

  static Map<String, Double> figures(Measurements measured, String refusals, String delays) {
    return measured
        .where(REFUSALS, refusals)
        .where(DELAYS, delays)
        .where(SECOND, "")
        .all()
        .get(0)
        .figures();
  }

  @Override
  public Map<String, String> charts(Measurements measured) {
    return Map.of(
        "throttling", chart(measured, FREE), "throttling-costly", chart(measured, COSTLY));
  }

  private static String chart(Measurements measured, String refusals) {
    Map<String, List<Double>> lines = new LinkedHashMap<>();
    List<String> points = measured.values(SECOND);
    for (String delays : measured.values(DELAYS)) {
      Measurements row = measured.where(REFUSALS, refusals).where(DELAYS, delays);
      lines.put(
          delays.replaceFirst(":.*", ""),
          points.stream().map(second -> row.where(SECOND, second).median(APPLIED)).toList());
    }
    return new LineChart(
            "Awards made, of the capacity, by second; refusals " + refusals, points, lines)
        .svg();
  }
}
