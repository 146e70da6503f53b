package dev.students.docs.internal.pages;

import dev.students.docs.internal.model.Feature;
import dev.students.docs.internal.model.Verdict;
import gg.jte.Content;
import java.util.List;

/** A feature and its page. */
public record FeatureView(
    Feature feature, String page, Content narrative, Verdict verdict, List<RuleView> rules) {

  public String name() {
    return feature.name().isBlank() ? "A feature without a name" : feature.name();
  }
}
