package dev.students.docs.internal;

import dev.students.docs.LivingDocumentation;
import dev.students.docs.LivingDocumentationException;
import dev.students.docs.Site;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The four options of the main class. */
public final class CommandLine {

  private static final Set<String> OPTIONS = Set.of("--runs", "--out", "--title", "--introduction");
  private static final String USAGE =
      "usage: LivingDocumentation --runs DIR --out DIR [--title TEXT] [--introduction MARKDOWN]";

  private CommandLine() {}

  /** Returns the exit status: 0, 1 when the site cannot be made, 2 when the options are wrong. */
  public static int run(String[] args, PrintStream out, PrintStream err) {
    if (List.of(args).contains("--help")) {
      out.println(USAGE);
      return 0;
    }
    Map<String, String> options = new HashMap<>();
    for (int i = 0; i < args.length; i += 2) {
      if (!OPTIONS.contains(args[i]) || i + 1 == args.length) {
        err.println(
            (OPTIONS.contains(args[i]) ? "a value is missing after " : "unknown: ") + args[i]);
        err.println(USAGE);
        return 2;
      }
      options.put(args[i], args[i + 1]);
    }
    String runs = options.get("--runs");
    String folder = options.get("--out");
    if (runs == null || folder == null) {
      err.println(USAGE);
      return 2;
    }
    LivingDocumentation documentation = LivingDocumentation.of(Path.of(runs));
    String title = options.get("--title");
    if (title != null) {
      documentation = documentation.withTitle(title);
    }
    String introduction = options.get("--introduction");
    if (introduction != null) {
      documentation = documentation.withIntroduction(introduction);
    }
    return write(documentation, Path.of(folder), out, err);
  }

  private static int write(
      LivingDocumentation documentation, Path folder, PrintStream out, PrintStream err) {
    try {
      Site site = documentation.writeTo(folder);
      out.printf(
          "%s: %d pages, %d kB, %d rules, %d of them open%n",
          site.start(), site.pages(), site.bytes() / 1000, site.rules(), site.openRules());
      return 0;
    } catch (LivingDocumentationException e) {
      err.println(e.getMessage());
      return 1;
    }
  }
}
