package dev.students.docs.internal.pages;

import dev.students.docs.LivingDocumentationException;
import dev.students.docs.internal.model.Results;
import dev.students.docs.internal.model.Run;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Writes the site. Only files that an earlier site left behind are removed: they stand in a list
 * beside the pages.
 */
public final class SiteWriter {

  private static final String LIST = "files.txt";
  private static final List<String> ASSETS = List.of("site.css", "site.js");

  private final TemplateEngine templates =
      TemplateEngine.createPrecompiled(
          null,
          ContentType.Html,
          SiteWriter.class.getClassLoader(),
          "dev.students.docs.internal.templates");
  private final Path out;
  private final TreeMap<String, byte[]> files = new TreeMap<>();

  public SiteWriter(Path out) {
    this.out = out;
  }

  /** Writes what the results say; the introduction is Markdown. */
  public SiteView write(Results results, String title, String introduction) {
    Markdown markdown = new Markdown();
    Evidence evidence = new Evidence();
    Map<String, String> pages = PageNames.of(results.features());
    List<FeatureView> features =
        results.features().stream()
            .map(
                feature ->
                    new FeatureViews(
                            results,
                            markdown,
                            evidence,
                            feature,
                            pages.getOrDefault(feature.key(), ""))
                        .feature())
            .toList();
    SiteView site =
        new SiteView(
            title,
            markdown.toHtml(introduction),
            results.environments(),
            features,
            results.environments().stream().map(each -> run(results, each)).toList(),
            results.notices(),
            results.leftOut());
    render("index.html", "start", Map.of("site", site));
    render("failures.html", "failures", Map.of("site", site));
    for (int i = 0; i < features.size(); i++) {
      FeatureView feature = features.get(i);
      render(
          feature.page(),
          "feature",
          Map.of(
              "site",
              site,
              "feature",
              feature,
              "before",
              features.subList(Math.max(0, i - 1), i),
              "after",
              features.subList(i + 1, Math.min(features.size(), i + 2))));
    }
    files.put("assets/search.js", SearchIndex.of(site).getBytes(StandardCharsets.UTF_8));
    ASSETS.forEach(asset -> files.put("assets/" + asset, asset(asset)));
    files.putAll(evidence.files());
    store();
    return site;
  }

  public int pages() {
    return (int) files.keySet().stream().filter(name -> name.endsWith(".html")).count();
  }

  public long bytes() {
    return files.values().stream().mapToLong(content -> content.length).sum();
  }

  private SiteView.RunView run(Results results, String environment) {
    Run newest = results.newestRun(environment).orElseThrow();
    long known =
        results.runs().stream().filter(run -> run.environment().equals(environment)).count();
    return new SiteView.RunView(
        newest,
        newest.rawReport().map(file -> Links.toFile(out, file)).orElse(""),
        newest.build(),
        (int) known);
  }

  private void render(String page, String template, Map<String, Object> model) {
    Utf8ByteOutput output = new Utf8ByteOutput();
    templates.render(template + ".jte", model, output);
    files.put(page, output.toByteArray());
  }

  private static byte[] asset(String name) {
    try (InputStream in =
        SiteWriter.class.getResourceAsStream("/dev/students/docs/assets/" + name)) {
      if (in == null) {
        throw new IllegalStateException("missing from the jar: " + name);
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void store() {
    try {
      Path list = out.resolve(LIST);
      if (Files.isRegularFile(list)) {
        for (String old : Files.readAllLines(list)) {
          Path file = out.resolve(old).normalize();
          if (!files.containsKey(old) && file.startsWith(out.normalize())) {
            Files.deleteIfExists(file);
          }
        }
      }
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        Path path = out.resolve(file.getKey());
        Files.createDirectories(path.getParent());
        Files.write(path, file.getValue());
      }
      Files.write(list, files.keySet());
    } catch (IOException e) {
      throw new LivingDocumentationException(
          "the site cannot be written to " + out + ": " + e.getMessage(), e);
    }
  }
}
