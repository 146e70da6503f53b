package dev.students.docs.internal.pages;

import static java.util.Map.entry;

import dev.students.docs.internal.model.Attachment;
import dev.students.docs.internal.model.Run;
import dev.students.docs.internal.pages.EvidenceView.Item;
import dev.students.docs.internal.pages.EvidenceView.Kind;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Decides how attachments are shown. What is long or binary becomes a file of its own beside the
 * pages; nothing that a browser would run is ever written as such.
 */
final class Evidence {

  private static final int LONGEST_TEXT = 4_000;
  private static final int LONGEST_TABLE = 20;
  private static final String SVG = "svg";

  private static final Map<String, String> PICTURES =
      Map.ofEntries(
          entry("image/png", "png"),
          entry("image/jpeg", "jpg"),
          entry("image/gif", "gif"),
          entry("image/webp", "webp"),
          entry("image/avif", "avif"),
          entry("image/bmp", "bmp"),
          entry("image/svg+xml", SVG));

  /** What programs other than the browser open, or players that run nothing. */
  private static final Map<String, String> OTHERS =
      Map.of(
          "application/pdf",
          "pdf",
          "application/zip",
          "zip",
          "video/mp4",
          "mp4",
          "video/webm",
          "webm");

  /** What could run in an SVG that is opened by itself. */
  private static final Pattern ACTIVE_SVG =
      Pattern.compile(
          "<\\s*(?:\\w+:)?(?:script|foreignObject|iframe|!ENTITY)|\\bon\\w+\\s*=|javascript:",
          Pattern.CASE_INSENSITIVE);

  private final Map<String, byte[]> files = new LinkedHashMap<>();

  /** What was taken out of the pages, by its path in the site. */
  Map<String, byte[]> files() {
    return files;
  }

  /**
   * How attachments are shown.
   *
   * @param page that they are shown on
   * @param id of the element that shows them
   */
  EvidenceView of(String page, String id, Run run, List<Attachment> attachments) {
    return new EvidenceView(
        id, run, attachments.stream().map(attachment -> item(page, attachment)).toList());
  }

  private Item item(String page, Attachment attachment) {
    if (attachment.isTable()) {
      return table(page, attachment);
    }
    if (attachment.isLink()) {
      return link(attachment);
    }
    String picture = PICTURES.get(attachment.mediaType());
    if (picture != null && !(picture.equals(SVG) && isActive(attachment))) {
      return item(attachment, Kind.IMAGE, "", file(page, attachment, picture));
    }
    if (picture != null || attachment.isText()) {
      String text = attachment.text();
      boolean whole = text.length() <= LONGEST_TEXT;
      return item(
          attachment,
          Kind.TEXT,
          whole ? text : text.substring(0, LONGEST_TEXT) + "…",
          whole ? "" : file(page, attachment, "txt"));
    }
    return item(
        attachment,
        Kind.LINK,
        attachment.mediaType(),
        file(page, attachment, OTHERS.getOrDefault(attachment.mediaType(), "bin")));
  }

  private static boolean isActive(Attachment svg) {
    return ACTIVE_SVG.matcher(svg.text()).find();
  }

  private static Item item(Attachment attachment, Kind kind, String text, String file) {
    return new Item(attachment.hook(), attachment.title(), kind, List.of(), text, file);
  }

  private static Item link(Attachment attachment) {
    String address = attachment.text().strip();
    boolean web = address.startsWith("https://") || address.startsWith("http://");
    return web && address.lines().count() == 1
        ? item(attachment, Kind.LINK, address, address)
        : item(attachment, Kind.TEXT, address, "");
  }

  private Item table(String page, Attachment attachment) {
    AttachedTable table = AttachedTable.of(attachment.text());
    boolean whole = table.rows().size() <= LONGEST_TABLE;
    return new Item(
        attachment.hook(),
        attachment.title(),
        Kind.TABLE,
        whole ? table.rows() : table.rows().subList(0, LONGEST_TABLE),
        table.common(),
        whole ? "" : file(page, attachment, "txt"));
  }

  /** Named by its content, so that what is the same is kept once and goes by the same address. */
  private String file(String page, Attachment attachment, String extension) {
    byte[] content = attachment.bytes();
    String path =
        "attachments/" + page.replace(".html", "") + "-" + hash(content) + "." + extension;
    files.put(path, content);
    return Links.encoded(path);
  }

  private static String hash(byte[] content) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(content);
      return HexFormat.of().formatHex(digest, 0, 6);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
