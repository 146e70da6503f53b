package dev.students.docs.internal.pages;

import dev.students.docs.internal.model.Attachment;
import dev.students.docs.internal.model.Detail;
import dev.students.docs.internal.model.Outcome;
import dev.students.docs.internal.pages.EvidenceView.Item;
import dev.students.docs.internal.pages.EvidenceView.Kind;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Decides how attachments are shown. What is long or binary becomes a file of its own beside the
 * pages; nothing that a browser would run is ever written as such.
 */
final class Evidence {

  private static final int LONGEST_TEXT = 4_000;
  private static final int LONGEST_TABLE = 20;
  private static final Map<String, String> PICTURES =
      Map.of("image/png", "png", "image/jpeg", "jpg", "image/gif", "gif", "image/webp", "webp");

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

  private static final Pattern WORD = Pattern.compile("[\\p{L} -]+");

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
    String name = attachment.title();
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
        name,
        Kind.LINK,
        List.of(),
        attachment.mediaType(),
        file(page, attachment, OTHERS.getOrDefault(attachment.mediaType(), "bin")));
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
    List<Integer> common = common(rows);
    String said =
        common.stream()
            .map(column -> rows.get(0).get(column) + ": " + rows.get(1).get(column))
            .collect(Collectors.joining(", "));
    List<List<String>> others = rows.stream().map(row -> without(common, row)).toList();
    boolean whole = rows.size() <= LONGEST_TABLE;
    return new Item(
        name,
        Kind.TABLE,
        whole ? others : others.subList(0, LONGEST_TABLE),
        said,
        whole ? "" : file(page, attachment, "txt"));
  }

  /**
   * Columns that say the same word in each of several rows; said once, they leave room for the
   * others.
   */
  private static List<Integer> common(List<List<String>> rows) {
    if (rows.size() < 3) {
      return List.of();
    }
    List<String> first = rows.get(1);
    return IntStream.range(1, Math.min(rows.get(0).size(), first.size()))
        .filter(column -> WORD.matcher(first.get(column)).matches())
        .filter(
            column ->
                rows.stream()
                    .skip(1)
                    .allMatch(
                        row ->
                            row.size() == first.size()
                                && row.get(column).equals(first.get(column))))
        .boxed()
        .toList();
  }

  private static List<String> without(List<Integer> columns, List<String> row) {
    return IntStream.range(0, row.size())
        .filter(column -> !columns.contains(column))
        .mapToObj(row::get)
        .toList();
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
