package dev.students.docs.internal.pages;

import dev.students.docs.internal.model.Attachment;
import dev.students.docs.internal.model.Results;
import dev.students.docs.internal.model.Run;
import dev.students.docs.internal.model.RunProblem;
import dev.students.docs.internal.model.RunReading;
import dev.students.docs.internal.reading.Anchors;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Makes of the results of all runs what the pages show.
 *
 * @param site the folder that the site is written to, from which links to the runs start
 */
record SiteViews(Results results, Evidence evidence, Path site) {

  SiteView view(String title, String introduction) {
    Markdown markdown = new Markdown();
    Map<String, String> pages = PageNames.of(results.features());
    FolderNames folders = FolderNames.of(results.features());
    List<FeatureView> features =
        results.features().stream()
            .map(
                feature ->
                    new FeatureViews(
                            results,
                            markdown,
                            evidence,
                            feature,
                            pages.getOrDefault(feature.key(), ""),
                            folders.folder(feature),
                            folders.label(feature))
                        .view())
            .toList();
    return new SiteView(
        title,
        markdown.toHtml(introduction),
        results.environments(),
        features,
        results.environments().stream()
            .flatMap(environment -> results.newestRun(environment).stream())
            .map(this::run)
            .toList(),
        problems());
  }

  private SiteView.RunView run(Run newest) {
    long known =
        results.runs().stream()
            .filter(run -> run.environment().equals(newest.environment()))
            .count();
    return new SiteView.RunView(
        newest,
        newest.rawReport().map(file -> Links.toFile(site, file)).orElse(""),
        newest.build(),
        (int) known,
        results.standing().stream()
            .filter(reading -> reading.run().equals(newest))
            .findFirst()
            .flatMap(
                reading ->
                    evidence(
                        SitePage.START,
                        "attached-on-" + Anchors.of(newest.environment()),
                        newest,
                        reading.hookAttachments())));
  }

  private List<ProblemView> problems() {
    List<ProblemView> problems = new ArrayList<>();
    for (RunReading reading : results.standing()) {
      for (RunProblem problem : reading.problems()) {
        problems.add(problem("problem-" + (problems.size() + 1), reading.run(), problem));
      }
    }
    for (String leftOut : results.leftOut()) {
      problems.add(
          new ProblemView(
              "problem-" + (problems.size() + 1),
              "left-out",
              "The run " + leftOut,
              Optional.empty(),
              "",
              "",
              Optional.empty()));
    }
    return List.copyOf(problems);
  }

  private ProblemView problem(String id, Run run, RunProblem problem) {
    String newest =
        results.newestRun(run.environment()).equals(Optional.of(run)) ? "The last run" : "A run";
    return new ProblemView(
        id,
        problem.kind().key(),
        newest + " on " + run.environment() + ": " + problem.title(),
        Optional.of(run),
        problem.message(),
        Explanation.trace(problem.stackTrace()),
        evidence(SitePage.FAILURES, id + "/evidence", run, problem.attachments()));
  }

  private Optional<EvidenceView> evidence(
      SitePage page, String id, Run run, List<Attachment> attachments) {
    return attachments.isEmpty()
        ? Optional.empty()
        : Optional.of(evidence.of(page.file(), id, run, attachments));
  }
}
