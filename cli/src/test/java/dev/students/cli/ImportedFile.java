package dev.students.cli;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A file as somebody has it, and what an import is to make of it. */
final class ImportedFile {

  static final String HEADER = "id,firstName,lastName,email\n";
  static final String ADA = "ada,Ada,Lovelace,ada@x.example\n";
  static final String BOB = "bob,Bob,Brown,bob@x.example\n";
  static final String MARK = "\uFEFF";

  private final String name;
  private final String text;
  private final List<Refused> refused = new ArrayList<>();
  private Charset charset = UTF_8;
  private List<String> options = List.of();
  private List<String> students = List.of();
  private int alreadyThere;
  private int header = 1;
  private String flaw = "";

  /** A record from a line on, of so many lines. */
  record Refused(int line, int lines, String reason) {}

  private ImportedFile(String name, String text) {
    this.name = name;
    this.text = text;
  }

  /**
   * A file.
   *
   * @param name what is special about it
   * @param text its text, a byte order mark included
   */
  static ImportedFile file(String name, String text) {
    return new ImportedFile(name, text);
  }

  /** Its encoding, if it is not UTF-8. */
  ImportedFile in(Charset encoding) {
    charset = encoding;
    return this;
  }

  /** The options that tell what it looks like. */
  ImportedFile with(String... told) {
    options = List.of(told);
    return this;
  }

  /** The students that come of it, by first and last name. */
  ImportedFile creates(String... names) {
    students = List.of(names);
    return this;
  }

  /** So many lines say again what others have said before. */
  ImportedFile repeats(int lines) {
    alreadyThere = lines;
    return this;
  }

  ImportedFile refuses(int line, String reason) {
    return refuses(line, 1, reason);
  }

  ImportedFile refuses(int line, int lines, String reason) {
    refused.add(new Refused(line, lines, reason));
    return this;
  }

  /** The number of its header, if it is not the first line; 0 if it has none. */
  ImportedFile headerAt(int line) {
    header = line;
    return this;
  }

  /** What it is refused for as a whole. */
  ImportedFile isRefusedBecause(String message) {
    flaw = message;
    return this;
  }

  byte[] bytes() {
    return text.getBytes(charset);
  }

  List<String> options() {
    return options;
  }

  List<String> students() {
    return students;
  }

  int alreadyThere() {
    return alreadyThere;
  }

  List<Refused> refused() {
    return refused;
  }

  String flaw() {
    return flaw;
  }

  /**
   * What the file of refused lines is to hold: the header and those lines, as they were; in UTF-8,
   * and marked so, where the file has a mark or is in UTF-16.
   */
  byte[] refusedLines() {
    boolean marked = text.startsWith(MARK) || Set.of(UTF_16LE, UTF_16BE).contains(charset);
    List<String> lines = List.of(text.replace(MARK, "").split("(?<=\n)|(?<=\r)(?!\n)", -1));
    StringBuilder expected = new StringBuilder(marked ? MARK : "");
    if (header > 0) {
      expected.append(lines.get(header - 1));
    }
    for (Refused it : refused) {
      String raw = String.join("", lines.subList(it.line() - 1, it.line() - 1 + it.lines()));
      expected.append(raw.endsWith("\n") || raw.endsWith("\r") ? raw : raw + "\n");
    }
    return expected.toString().getBytes(marked ? UTF_8 : charset);
  }

  /** The longer words of its lines, which no message may contain. */
  Set<String> words() {
    List<String> lines = List.of(text.split("\r\n|\r|\n", -1));
    Set<String> words = words(lines.stream().skip(header));
    words.removeAll(words(lines.stream().limit(header)));
    return words;
  }

  private static Set<String> words(Stream<String> lines) {
    return lines
        .flatMap(line -> Stream.of(line.split("[^\\p{L}\\p{M}\\p{N}@.]+", -1)))
        .filter(word -> word.length() > 4)
        .collect(Collectors.toCollection(HashSet::new));
  }

  @Override
  public String toString() {
    return name;
  }
}
