package dev.students.operations.internal;

import dev.students.data.StudentId;
import dev.students.operations.ImportResult;
import dev.students.operations.Progress;
import dev.students.operations.ProgressListener;
import dev.students.operations.RecordFormat;
import dev.students.operations.RejectedLine;
import dev.students.operations.RejectionSink;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * One import: consecutive lines of one student are processed together, several students
 * concurrently, and reported in the order of the file. Lines with the same id or address are
 * processed in order. Not thread-safe.
 */
public final class ImportRun implements AutoCloseable {

  private static final int LINES_IN_A_PART = 500;
  private static final int RECORDS_BETWEEN_PROGRESS = 256;
  private static final int BLOCKS_PER_THREAD = 8;

  private final DynamoDbClient client;
  private final String table;
  private final RequestSender sender;
  private final ExistingItems existing;
  private final ExecutorService threads;
  private final int window;
  private final RejectionSink rejected;
  private final Deque<Work> underWay = new ArrayDeque<>();
  private final Set<String> keysUnderWay = new HashSet<>();
  private final ImportTally total = new ImportTally();
  private final XpTotals totals = new XpTotals();
  private final boolean isInJson;
  private Optional<Student> current = Optional.empty();

  /** Creates an import into the given table. */
  public ImportRun(
      DynamoDbClient client,
      String table,
      int concurrency,
      RecordFormat format,
      RejectionSink rejected) {
    this.isInJson = format == RecordFormat.JSON_LINES;
    this.client = client;
    this.table = table;
    this.sender = new RequestSender(concurrency);
    this.existing = new ExistingItems(client, table, sender);
    this.window = concurrency * BLOCKS_PER_THREAD;
    this.rejected = rejected;
    this.threads =
        Executors.newFixedThreadPool(
            concurrency,
            runnable -> {
              Thread thread = new Thread(runnable, "import");
              thread.setDaemon(true);
              return thread;
            });
  }

  /** Lines of one student that have not been started, and what processes them. */
  private record Student(StudentId id, StudentBlock block, List<ImportLine> lines) {}

  /** A block in progress, with the ids and addresses that it uses. */
  private record Work(Set<String> keys, Future<ImportTally> done) {}

  /** Processes the lines from the parser. */
  public ImportResult run(LineParser file, ProgressListener listener) {
    rejected.header(new RejectedLine.Raw(file.rawHeader()));
    long records = 0;
    for (Optional<RawRecord> raw = file.next(); raw.isPresent(); raw = file.next()) {
      take(file, raw.get());
      if (++records % RECORDS_BETWEEN_PROGRESS == 0) {
        listener.onProgress(new Progress(total.lines, file.bytes(), 0));
      }
    }
    submitCurrent(true);
    answerAll();
    totals.forEach(steps -> settle(file, steps));
    answerAll();
    rejected.end();
    listener.onProgress(new Progress(total.lines, file.bytes(), 0));
    return total.result(file.ignoredColumns());
  }

  private void take(LineParser file, RawRecord raw) {
    try {
      Fields fields = file.fields(raw);
      if (fields.areBlank()) {
        total.blank++;
      } else {
        add(ImportLine.of(raw, fields));
      }
    } catch (LineRejectedException e) {
      submitCurrent(true);
      ImportTally tally = new ImportTally();
      tally.lines++;
      tally.reject(raw, e);
      submit(Set.of(), () -> tally);
    }
  }

  private void add(ImportLine line) {
    if (current.filter(it -> it.id().equals(line.id())).isEmpty()) {
      submitCurrent(true);
    }
    Student student = current.orElseGet(() -> begin(line.id()));
    student.lines().add(line);
    if (student.lines().size() >= LINES_IN_A_PART) {
      submitCurrent(false);
      current = Optional.of(new Student(student.id(), student.block(), new ArrayList<>()));
    }
  }

  private Student begin(StudentId id) {
    StudentBlock block = block(isInJson);
    Student begun = new Student(id, block, new ArrayList<>());
    current = Optional.of(begun);
    return begun;
  }

  private StudentBlock block(boolean awardsMayFollow) {
    return new StudentBlock(table, new OwnWrites(client, sender), existing, awardsMayFollow);
  }

  /** Carries out what had to wait for the end of the file. */
  private void settle(LineParser file, List<XpTotals.Waiting> steps) {
    boolean anyAwards = steps.stream().anyMatch(it -> it.step() == XpTotals.Step.AWARDED);
    List<XpTotals.Waiting> waiting =
        steps.stream().filter(it -> it.step() != XpTotals.Step.AWARDED).toList();
    if (waiting.isEmpty()) {
      return;
    }
    List<ImportLine> lines =
        waiting.stream().map(it -> ImportLine.of(it.line(), file.fields(it.line()))).toList();
    submit(
        Set.of("id " + waiting.get(0).student().value()),
        () -> {
          ImportTally tally = new ImportTally();
          for (int i = 0; i < lines.size(); i++) {
            tally.include(block(false).settle(waiting.get(i), lines.get(i), anyAwards));
          }
          return tally;
        });
  }

  private void submitCurrent(boolean last) {
    if (current.isEmpty()) {
      return;
    }
    Student student = current.get();
    current = Optional.empty();
    Set<String> keys = keysOf(student);
    if (keys.stream().anyMatch(keysUnderWay::contains)) {
      answerAll();
    }
    if (isInJson) {
      student.lines().stream()
          .filter(line -> line.award().isPresent())
          .findFirst()
          .ifPresent(line -> totals.noteAwards(student.id()));
    }
    submit(keys, () -> student.block().run(student.lines(), last));
  }

  private static Set<String> keysOf(Student student) {
    Set<String> keys = new HashSet<>(Set.of("id " + student.id().value()));
    for (ImportLine line : student.lines()) {
      line.student().ifPresent(it -> keys.add("email " + it.email().normalized()));
    }
    return keys;
  }

  private void submit(Set<String> keys, Callable<ImportTally> work) {
    if (underWay.size() >= window) {
      answer(underWay.removeFirst());
    }
    keysUnderWay.addAll(keys);
    underWay.addLast(new Work(keys, threads.submit(work)));
  }

  private void answerAll() {
    while (!underWay.isEmpty()) {
      answer(underWay.removeFirst());
    }
  }

  private void answer(Work work) {
    try {
      ImportTally tally = work.done().get();
      keysUnderWay.removeAll(work.keys());
      total.add(tally);
      tally.waiting().forEach(totals::add);
      tally.rejected().forEach(rejected::line);
    } catch (InterruptedException e) {
      throw RequestSender.aborted(e);
    } catch (ExecutionException e) {
      throw Batches.unwrapped(e);
    }
  }

  /** Stops its threads and interrupts blocks in progress. */
  @Override
  public void close() {
    threads.shutdownNow();
    totals.close();
  }
}
