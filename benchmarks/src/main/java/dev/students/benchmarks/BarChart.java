package dev.students.benchmarks;

import java.util.Locale;
import java.util.Map;

/**
 * Bars from zero with a line at 1, as SVG that needs nothing else.
 *
 * @param title what it shows
 * @param bars the ratios by label
 */
record BarChart(String title, Map<String, Double> bars) {

  private static final int LABELS = 330;
  private static final int WIDTH = 380;
  private static final int LINE = 24;
  private static final int TOP = 40;

  String svg() {
    double most =
        Math.max(1.2, bars.values().stream().mapToDouble(Double::doubleValue).max().orElse(1));
    int height = TOP + bars.size() * LINE + 12;
    StringBuilder svg = new StringBuilder();
    svg.append(
        """
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" font-family="sans-serif" font-size="13">
        <title>%s</title>
        <rect width="100%%" height="100%%" fill="#fff"/>
        <text x="8" y="22" font-weight="bold">%s</text>
        """
            .formatted(LABELS + WIDTH + 70, height, title, title));
    StringBuilder values = new StringBuilder(); // above the line
    int y = TOP;
    for (Map.Entry<String, Double> bar : bars.entrySet()) {
      svg.append(
          String.format(
              Locale.ROOT,
              """
              <text x="%d" y="%d" text-anchor="end">%s</text>
              <rect x="%d" y="%d" width="%.1f" height="%d" fill="#4477aa"/>
              """,
              LABELS - 8,
              y + 15,
              bar.getKey(),
              LABELS,
              y + 3,
              bar.getValue() / most * WIDTH,
              LINE - 8));
      values.append(
          String.format(
              Locale.ROOT,
              "<text x=\"%.1f\" y=\"%d\" stroke=\"#fff\" stroke-width=\"4\""
                  + " paint-order=\"stroke\">× %.2f</text>%n",
              LABELS + bar.getValue() / most * WIDTH + 6,
              y + 15,
              bar.getValue()));
      y += LINE;
    }
    svg.append(
        String.format(
            Locale.ROOT,
            "<line x1=\"%1$.1f\" x2=\"%1$.1f\" y1=\"%2$d\" y2=\"%3$d\" stroke=\"#cc3311\"/>%n",
            LABELS + WIDTH / most,
            TOP - 6,
            height - 6));
    return svg.append(values).append(String.format("</svg>%n")).toString();
  }
}
