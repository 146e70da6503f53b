package dev.students.docs.internal.reading;

import static io.cucumber.query.Repository.RepositoryFeature.INCLUDE_ATTACHMENTS;
import static io.cucumber.query.Repository.RepositoryFeature.INCLUDE_HOOKS;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.students.docs.LivingDocumentationException;
import dev.students.docs.internal.model.CaseId;
import dev.students.docs.internal.model.Feature;
import dev.students.docs.internal.model.Outcome;
import dev.students.docs.internal.model.Run;
import dev.students.docs.internal.model.RunReading;
import dev.students.docs.internal.model.Verdict;
import io.cucumber.messages.ndjson.Deserializer;
import io.cucumber.messages.types.Envelope;
import io.cucumber.messages.types.GherkinDocument;
import io.cucumber.messages.types.Pickle;
import io.cucumber.messages.types.TestCaseStarted;
import io.cucumber.messages.types.TestRunFinished;
import io.cucumber.messages.types.TestRunHookFinished;
import io.cucumber.messages.types.TestStepResultStatus;
import io.cucumber.query.Query;
import io.cucumber.query.Repository;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Streams the messages of one run through Cucumber's own {@link Repository} and keeps what the
 * pages need: of each case the verdict and, where asked for, steps and attachments. The messages
 * themselves are let go.
 */
final class RunReader {

  static final String FILE = "messages.ndjson";

  /**
   * How lines begin that say nothing the pages show. They are half of a file, and parsing is half
   * of the time.
   */
  private static final List<String> UNUSED =
      Stream.of("source", "testStepStarted", "stepDefinition", "parameterType", "suggestion")
          .map(message -> "{\"" + message + "\":")
          .toList();

  private final Run run;
  private final Predicate<CaseId> detailWanted;
  private final Repository repository =
      Repository.builder().feature(INCLUDE_ATTACHMENTS, true).feature(INCLUDE_HOOKS, true).build();
  private final Query query = new Query(repository);
  private final List<Feature> features = new ArrayList<>();
  private final Set<String> keys = new HashSet<>();
  private final Map<String, CaseId> casesByNode = new HashMap<>();
  private final Map<String, String> keywordByNode = new HashMap<>();
  private final List<String> notices = new ArrayList<>();

  private boolean whole;

  private RunReader(Run run, Predicate<CaseId> detailWanted) {
    this.run = run;
    this.whole = !run.partial();
    this.detailWanted = detailWanted;
  }

  /**
   * @param detailWanted for which cases steps and attachments are kept: those of which no newer
   *     outcome is known
   */
  static RunReading read(Run run, Predicate<CaseId> detailWanted) {
    RunReader reader = new RunReader(run, detailWanted);
    reader.readMessages(run.folder().resolve(FILE));
    return new RunReading(
        run,
        List.copyOf(reader.features),
        reader.outcomes(),
        reader.whole,
        List.copyOf(reader.notices));
  }

  private void readMessages(Path file) {
    Deserializer deserializer = new Deserializer();
    long read = 0;
    // Half a letter at the end must not take the lines before it along, as a strict decoder would.
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(Files.newInputStream(file), UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (UNUSED.stream().noneMatch(line::startsWith)) {
          accept(deserializer.readValue(line));
        }
        read++;
      }
    } catch (IOException | RuntimeException e) {
      // A run that was killed leaves half a line behind; what came before it still counts.
      if (read == 0) {
        throw new LivingDocumentationException(
            file + " does not hold Cucumber messages: " + e.getMessage(), e);
      }
      notices.add("its messages cannot be read beyond line " + read);
    }
    Optional<TestRunFinished> end = query.findTestRunFinished();
    if (end.isEmpty()) {
      broken("it ended early: scenarios may be missing");
    }
    end.flatMap(TestRunFinished::getException)
        .ifPresent(e -> broken("it broke off: " + firstLine(e.getMessage().orElse(e.getType()))));
  }

  /** Of such a run, what is missing is not gone. */
  private void broken(String notice) {
    notices.add(notice);
    whole = false;
  }

  private static String firstLine(String text) {
    return text.lines().findFirst().orElse("");
  }

  private void accept(Envelope envelope) {
    repository.update(envelope);
    envelope.getGherkinDocument().ifPresent(this::acceptFeature);
    envelope
        .getParseError()
        .ifPresent(error -> broken("a feature cannot be parsed: " + error.getMessage()));
    envelope.getTestRunHookFinished().ifPresent(this::acceptRunHook);
  }

  private void acceptFeature(GherkinDocument document) {
    document
        .getFeature()
        .ifPresent(
            feature -> {
              String uri = document.getUri().orElse("");
              String key = FeatureUri.key(uri);
              boolean taken = !keys.add(key);
              FeatureReader reader =
                  new FeatureReader(
                      taken ? uri : key,
                      FeatureUri.path(uri),
                      FeatureUri.argument(uri, run.directory()));
              features.add(reader.read(feature));
              casesByNode.putAll(reader.casesByNode());
              keywordByNode.putAll(reader.keywordByNode());
            });
  }

  private void acceptRunHook(TestRunHookFinished hook) {
    if (hook.getResult().getStatus() == TestStepResultStatus.FAILED) {
      String message = hook.getResult().getMessage().orElse("no message");
      notices.add("a hook around the whole run failed: " + firstLine(message));
    }
  }

  private Map<CaseId, Outcome> outcomes() {
    Map<CaseId, Outcome> outcomes = new HashMap<>();
    for (Feature feature : features) {
      feature.rules().stream()
          .flatMap(rule -> rule.cases())
          .map(anchor -> new CaseId(feature.key(), anchor))
          .forEach(id -> outcomes.put(id, new Outcome(run, Verdict.NOT_RUN, Optional.empty())));
    }
    for (TestCaseStarted started : query.findAllTestCaseStarted()) {
      query.findPickleBy(started).ifPresent(pickle -> put(outcomes, started, pickle));
    }
    return outcomes;
  }

  private void put(Map<CaseId, Outcome> outcomes, TestCaseStarted started, Pickle pickle) {
    List<String> nodes = pickle.getAstNodeIds();
    CaseId id = casesByNode.get(nodes.get(nodes.size() - 1));
    if (id == null) {
      return;
    }
    CaseReader reader = new CaseReader(query, keywordByNode);
    Verdict verdict = reader.verdict(started, pickle);
    outcomes.put(
        id,
        new Outcome(
            run,
            verdict,
            detailWanted.test(id) ? Optional.of(reader.detail(started)) : Optional.empty()));
  }
}
