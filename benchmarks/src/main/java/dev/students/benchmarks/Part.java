package dev.students.benchmarks;

import java.io.IOException;
import java.util.Map;

/**
 * A part of what is published. It is measured in a process of its own; its section of the page and
 * its charts are made from nothing but its figures.
 */
interface Part {

  /** Names its section, its charts and its file of figures. */
  String name();

  /** Measures for about the time that it is given. */
  Measurements measure(Setting setting) throws IOException, InterruptedException;

  /** Its section of the page, as Markdown. */
  String section(Measurements measured);

  /** Its charts, as SVG, by the names of their files without ending. */
  default Map<String, String> charts(Measurements measured) {
    return Map.of();
  }
}
