package dev.students.docs.internal.pages;

import java.util.List;

/**
 * Which lines of the features the start page shows: all of them, unless they are so many that
 * nobody would read them; then of each feature what is open, and how many ended how.
 *
 * @param isLong whether there are so many
 */
public record StartPageLines(boolean isLong) {

  private static final int LONG = 300;
  private static final int MOST_OF_A_FEATURE = 5;

  /**
   * Lines of one feature.
   *
   * @param others how the lines ended that are not shown
   */
  public record Lines(List<LineView> shown, Counts others) {}

  static StartPageLines of(List<FeatureView> features) {
    return new StartPageLines(
        features.stream().mapToInt(feature -> feature.lines().size()).sum() > LONG);
  }

  public Lines of(FeatureView feature) {
    List<LineView> lines = feature.lines();
    if (!isLong) {
      return new Lines(lines, Counts.of(List.of()));
    }
    List<LineView> shown =
        lines.stream().filter(line -> line.verdict().isOpen()).limit(MOST_OF_A_FEATURE).toList();
    return new Lines(
        shown,
        Counts.of(
            lines.stream().filter(line -> !shown.contains(line)).map(LineView::verdict).toList()));
  }
}
