package dev.students.docs.internal.pages;

import dev.students.docs.internal.model.Attachment;
import dev.students.docs.internal.model.Detail;
import dev.students.docs.internal.model.Outcome;
import dev.students.docs.internal.pages.EvidenceView.Item;
import dev.students.docs.internal.pages.EvidenceView.Kind;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Decides how attachments are shown. What is long or binary becomes a file of its own beside the
 * pages; nothing that a browser would run is ever written as such.
 */
final class Evidence {

  private static final int LONGEST_TEXT = 4_000;
  private static final int LONGEST_TABLE = 60;
  private static final Map<String, String> PICTURES =
      Map.of("image/png", "png", "image/jpeg", "jpg", "image/gif", "gif", "image/webp", "webp");

  private final Map<String, byte[]> files = new LinkedHashMap<>();

  /** What was taken out of the pages, by its path in the site. */
  Map<String, byte[]> files() {
    return files;
  }

  Optional<EvidenceView> of(String page, String anchor, Outcome outcome) {
    List<Attachment> attachments = outcome.detail().map(Detail::attachments).orElse(List.of());
    return attachments.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new EvidenceView(
                anchor + "/evidence",
                outcome.run(),
                attachments.stream().map(attachment -> item(page, attachment)).toList()));
  }

  private Item item(String page, Attachment attachment) {
    String name = attachment.name().isBlank() ? "Attachment" : attachment.name();
    if (attachment.isTable()) {
      return table(page, name, attachment);
    }
    if (attachment.isLink()) {
      return link(name, attachment.text().strip());
    }
    String picture = PICTURES.get(attachment.mediaType());
    if (picture != null) {
      return new Item(name, Kind.IMAGE, List.of(), "", file(page, attachment, picture));
    }
    if (attachment.isText()) {
      String text = attachment.text();
      boolean whole = text.length() <= LONGEST_TEXT;
      return new Item(
          name,
          Kind.TEXT,
          List.of(),
          whole ? text : text.substring(0, LONGEST_TEXT) + "…",
          whole ? "" : file(page, attachment, "txt"));
    }
    return new Item(
        name, Kind.LINK, List.of(), attachment.mediaType(), file(page, attachment, "bin"));
  }

  private static Item link(String name, String address) {
    boolean web = address.startsWith("https://") || address.startsWith("http://");
    return web && address.lines().count() == 1
        ? new Item(name, Kind.LINK, List.of(), address, address)
        : new Item(name, Kind.TEXT, List.of(), address, "");
  }

  private Item table(String page, String name, Attachment attachment) {
    List<List<String>> rows =
        attachment.text().lines().map(line -> Arrays.asList(line.split("\t", -1))).toList();
    boolean whole = rows.size() <= LONGEST_TABLE;
    return new Item(
        name,
        Kind.TABLE,
        whole ? rows : rows.subList(0, LONGEST_TABLE),
        "",
        whole ? "" : file(page, attachment, "txt"));
  }

  private String file(String page, Attachment attachment, String extension) {
    String path =
        "attachments/" + page.replace(".html", "") + "-" + (files.size() + 1) + "." + extension;
    files.put(path, attachment.bytes());
    return Links.encoded(path);
  }
}
