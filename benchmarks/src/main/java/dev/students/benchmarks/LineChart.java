package dev.students.benchmarks;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Lines over points that are equally far apart, from zero, as SVG that needs nothing else.
 *
 * @param title what it shows
 * @param points the points' labels
 * @param lines the values at the points by label
 */
record LineChart(String title, List<String> points, Map<String, List<Double>> lines) {

  private static final int LEFT = 50;
  private static final int TOP = 40;
  private static final int WIDTH = 400;
  private static final int HEIGHT = 240;
  private static final int LEGEND = 18;
  private static final List<String> COLOURS =
      List.of(
          "#4477aa", "#66ccee", "#228833", "#99cc77", "#ccaa00", "#ee6677", "#aa3377", "#777777");

  String svg() {
    double most = lines.values().stream().flatMap(List::stream).mapToDouble(y -> y).max().orElse(1);
    StringBuilder svg =
        new StringBuilder(
            """
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" font-family="sans-serif" font-size="13">
            <title>%s</title>
            <rect width="100%%" height="100%%" fill="#fff"/>
            <text x="8" y="22" font-weight="bold">%s</text>
            """
                .formatted(
                    LEFT + WIDTH + 230,
                    Math.max(TOP + HEIGHT + 40, TOP + lines.size() * LEGEND + 20),
                    title,
                    title));
    for (int tick = 0; tick <= 4; tick++) {
      double value = most * tick / 4;
      svg.append(
          text(
              "<line x1=\"%d\" x2=\"%d\" y1=\"%.1f\" y2=\"%.1f\" stroke=\"#ddd\"/><text x=\"%d\""
                  + " y=\"%.1f\" text-anchor=\"end\">%s</text>%n",
              LEFT,
              LEFT + WIDTH,
              y(value, most),
              y(value, most),
              LEFT - 6,
              y(value, most) + 4,
              text(most < 2 ? "%.2f" : most < 10 ? "%.1f" : "%.0f", value)));
    }
    for (int i = 0; i < points.size(); i++) {
      svg.append(
          text(
              "<text x=\"%.1f\" y=\"%d\" text-anchor=\"middle\">%s</text>%n",
              x(i), TOP + HEIGHT + 20, points.get(i)));
    }
    int line = 0;
    for (Map.Entry<String, List<Double>> each : lines.entrySet()) {
      String colour = COLOURS.get(line % COLOURS.size());
      StringBuilder path = new StringBuilder();
      for (int i = 0; i < each.getValue().size(); i++) {
        path.append(text("%.1f,%.1f ", x(i), y(each.getValue().get(i), most)));
      }
      svg.append(
          text(
              "<polyline points=\"%s\" fill=\"none\" stroke=\"%s\" stroke-width=\"2\"/>%n"
                  + "<text x=\"%d\" y=\"%d\" fill=\"%s\">%s</text>%n",
              path.toString().strip(),
              colour,
              LEFT + WIDTH + 16,
              TOP + 12 + line * LEGEND,
              colour,
              each.getKey()));
      line++;
    }
    return svg.append("</svg>\n").toString();
  }

  private double x(int point) {
    return LEFT + 12 + (WIDTH - 24.0) * point / Math.max(1, points.size() - 1);
  }

  private static double y(double value, double most) {
    return TOP + HEIGHT - value / most * HEIGHT;
  }

  private static String text(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }
}
