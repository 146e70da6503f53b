package dev.students.docs.internal.pages;

import dev.students.docs.LivingDocumentationException;
import dev.students.docs.Site;
import dev.students.docs.internal.model.Results;
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
  public Site write(Results results, String title, String introduction) {
    Evidence evidence = new Evidence();
    SiteView site = new SiteViews(results, evidence, out).view(title, introduction);
    for (SitePage page : SitePage.values()) {
      render(page.file(), page.template(), Map.of("site", site));
    }
    List<FeatureView> features = site.features();
    for (int i = 0; i < features.size(); i++) {
      FeatureView feature = features.get(i);
      render(
          feature.page(),
          "feature.jte",
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
    return summary(site);
  }

  private Site summary(SiteView site) {
    Counts rules = site.rules();
    Counts scenarios = site.scenarios();
    return new Site(
        out.resolve(SitePage.START.file()),
        (int) files.keySet().stream().filter(SitePage::isPage).count(),
        files.values().stream().mapToLong(content -> content.length).sum(),
        rules.all(),
        rules.open(),
        scenarios.all(),
        scenarios.open(),
        site.problems().size(),
        site.isGreen());
  }

  private void render(String page, String template, Map<String, Object> model) {
    Utf8ByteOutput output = new Utf8ByteOutput();
    templates.render(template, model, output);
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
