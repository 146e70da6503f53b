package dev.students.docs.internal.pages;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/** The pages that every site has, beside those of its features. */
public enum SitePage {
  START("index"),
  FAILURES("failures");

  private static final String EXTENSION = ".html";

  private final String name;

  SitePage(String name) {
    this.name = name;
  }

  /** Its file in the site, which is also its address. */
  public String file() {
    return fileOf(name);
  }

  /** The template that renders it. */
  String template() {
    return this == START ? "start.jte" : "failures.jte";
  }

  /** What no feature's page may be called. */
  static Set<String> names() {
    return Arrays.stream(values()).map(page -> page.name).collect(Collectors.toSet());
  }

  static String fileOf(String name) {
    return name + EXTENSION;
  }

  static boolean isPage(String file) {
    return file.endsWith(EXTENSION);
  }
}
