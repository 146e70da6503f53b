package dev.students.docs.internal.pages;

import dev.students.docs.internal.model.Feature;
import dev.students.docs.internal.model.Verdict;
import gg.jte.Content;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A feature and its page.
 *
 * @param folder that it stands in, as people read it; empty where there is one folder only
 * @param label its name, and its folder where another feature has the same name
 */
public record FeatureView(
    Feature feature,
    String page,
    String folder,
    String label,
    Optional<BackgroundView> background,
    Content beginning,
    Content narrative,
    Verdict verdict,
    List<RuleView> rules) {

  /** Those of Gherkin's languages. */
  private static final Set<String> RIGHT_TO_LEFT = Set.of("ar", "fa", "he", "ur");

  public String href() {
    return Links.encoded(page);
  }

  public String name() {
    return feature.name();
  }

  /** Empty for English, which the pages are in. */
  public String language() {
    return feature.language().equals("en") ? "" : feature.language();
  }

  /** Whether its language is written from right to left. */
  public boolean isRightToLeft() {
    return RIGHT_TO_LEFT.contains(feature.language());
  }

  /** Its lines on the start page. */
  public List<LineView> lines() {
    return rules.stream().flatMap(rule -> rule.lines().stream()).toList();
  }

  public Stream<CaseView> cases() {
    return rules.stream().flatMap(RuleView::cases);
  }
}
