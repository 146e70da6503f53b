package dev.students.docs.internal.pages;

import dev.students.docs.internal.model.Feature;
import dev.students.docs.internal.model.Verdict;
import gg.jte.Content;
import java.util.List;
import java.util.Optional;

/** A feature and its page. */
public record FeatureView(
    Feature feature,
    String page,
    Optional<BackgroundView> background,
    Content beginning,
    Content narrative,
    Verdict verdict,
    List<RuleView> rules) {

  public String href() {
    return Links.encoded(page);
  }

  public String name() {
    return feature.name();
  }
}
