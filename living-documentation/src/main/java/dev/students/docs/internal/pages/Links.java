package dev.students.docs.internal.pages;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Addresses within the site, and from it to the files of a run. */
final class Links {

  private Links() {}

  static String to(String page, String anchor) {
    return encoded(page) + "#" + encoded(anchor);
  }

  static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20").replace("%2F", "/");
  }

  /** Relative, so that site and runs can be moved together. */
  static String toFile(Path site, Path file) {
    Path relative = site.toAbsolutePath().normalize().relativize(file.toAbsolutePath().normalize());
    return StreamSupport.stream(relative.spliterator(), false)
        .map(part -> encoded(part.toString()))
        .collect(Collectors.joining("/"));
  }
}
