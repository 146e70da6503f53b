package dev.students.cli;

import static dev.students.cli.ImportedFile.ADA;
import static dev.students.cli.ImportedFile.BOB;
import static dev.students.cli.ImportedFile.HEADER;
import static dev.students.cli.ImportedFile.MARK;
import static dev.students.cli.ImportedFile.file;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;

import java.nio.charset.Charset;
import java.util.stream.Stream;

/**
 * Files that differ in how text is written down. Some are what collections of test files for CSV
 * readers are made of, with students in them.
 *
 * @see <a href="https://github.com/max-mapper/csv-spectrum">csv-spectrum</a>
 * @see <a href="https://github.com/sineemore/csv-test-data">csv-test-data</a>
 * @see <a href="https://github.com/Data-Liberation-Front/csvlint.rb">CSVLint</a>
 * @see <a href="https://github.com/tilo/smarter_csv">SmarterCSV</a>
 */
final class FilesByForm {

  private static final Charset WINDOWS = Charset.forName("windows-1252");
  private static final String[] BOTH = {"Ada Lovelace", "Bob Brown"};
  private static final String ALL = HEADER + ADA + BOB;

  private FilesByForm() {}

  static Stream<ImportedFile> encodings() {
    String german = HEADER + ADA + "m,Jörg,Müller,jörg@x.example\n";
    String[] two = {"Ada Lovelace", "Jörg Müller"};
    String odd = german + "n,Åsa,,åsa@x.example\n";
    return Stream.of(
        file("UTF-8", german).creates(two),
        file("UTF-8, marked", MARK + odd).creates(two).refuses(4, "invalid-value"),
        file("UTF-8, marked, told otherwise", MARK + odd)
            .with("--charset", "windows-1252")
            .creates(two)
            .refuses(4, "invalid-value"),
        file("ISO 8859-1", odd)
            .in(ISO_8859_1)
            .with("--charset", "ISO-8859-1")
            .creates(two)
            .refuses(4, "invalid-value"),
        file("ISO 8859-1, not told", german)
            .in(ISO_8859_1)
            .creates("Ada Lovelace")
            .refuses(3, "encoding"),
        file("Windows-1252 with typographic quotes", HEADER + "m,Jörg,“M”,m@x.example\n")
            .in(WINDOWS)
            .with("--charset", "windows-1252")
            .creates("Jörg “M”"),
        file("UTF-16 big-endian, marked", MARK + odd)
            .in(UTF_16BE)
            .creates(two)
            .refuses(4, "invalid-value"),
        file("UTF-16 little-endian, marked", MARK + german).in(UTF_16LE).creates(two),
        file("UTF-16 little-endian, told", odd)
            .in(UTF_16LE)
            .with("--charset", "UTF-16LE")
            .creates(two)
            .refuses(4, "invalid-value"),
        file("UTF-16 little-endian, told without the order of bytes", odd)
            .in(UTF_16LE)
            .with("--charset", "UTF-16")
            .creates(two)
            .refuses(4, "invalid-value"),
        file("UTF-16, characters beyond the basic plane", MARK + HEADER + "m,𝒜,𝒵,m@x.example\n")
            .in(UTF_16BE)
            .creates("𝒜 𝒵"),
        file("Shift JIS", HEADER + "t,太郎,山田,taro@x.example\n")
            .in(Charset.forName("Shift_JIS"))
            .with("--charset", "Shift_JIS")
            .creates("太郎 山田"),
        file("Windows-1251", HEADER + "y,Юлия,Иванова,y@x.example\n")
            .in(Charset.forName("windows-1251"))
            .with("--charset", "windows-1251")
            .creates("Юлия Иванова"),
        file("GB 18030", HEADER + "l,小龙,李,l@x.example\n")
            .in(Charset.forName("GB18030"))
            .with("--charset", "GB18030")
            .creates("小龙 李"),
        file("NUL in a name", HEADER + "m,J\0rg,Secret,m@x.example\n" + ADA)
            .creates("Ada Lovelace")
            .refuses(2, "invalid-value"));
  }

  static Stream<ImportedFile> separators() {
    return Stream.of(
        file("semicolons", ALL.replace(',', ';')).with("--separator", ";").creates(BOTH),
        file("tabs", ALL.replace(',', '\t')).with("--separator", "tab").creates(BOTH),
        file("bars", ALL.replace(',', '|')).with("--separator", "|").creates(BOTH),
        file("colons", ALL.replace(',', ':')).with("--separator", ":").creates(BOTH),
        file("a line that tells the separator", "sep=;\r\n" + ALL.replace(',', ';') + "c;C;;c@x\n")
            .with("--separator", ";")
            .headerAt(2)
            .creates(BOTH)
            .refuses(5, "invalid-value"),
        file("that line in quotes and in capitals", "\"SEP=;\"\r\n" + ALL.replace(',', ';'))
            .with("--separator", ";")
            .headerAt(2)
            .creates(BOTH),
        file("that line with empty cells", "sep=,,,\r\n" + ALL).headerAt(2).creates(BOTH),
        file("commas between semicolons", "id;firstName;lastName;email\na;A, B;C;a@x\n")
            .with("--separator", ";")
            .creates("A, B C"),
        file("header with a comma in quotes", "\"Name, first\"," + ALL.replace("firstName,", ""))
            .with("--column", "firstName=Name, first", "--column", "id=id")
            .creates("ada Lovelace", "bob Brown"));
  }

  static Stream<ImportedFile> lineBreaks() {
    return Stream.of(
        file("CR LF", ALL.replace("\n", "\r\n") + "c,C,,c@x\r\n")
            .creates(BOTH)
            .refuses(4, "invalid-value"),
        file("CR", ALL.replace('\n', '\r') + "c,C,,c@x\r")
            .creates(BOTH)
            .refuses(4, "invalid-value"),
        file("CR LF and LF", HEADER + ADA.replace("\n", "\r\n") + BOB).creates(BOTH),
        file("empty lines", "\n\n" + HEADER + "\n" + ADA + "  \n" + BOB + "\n\nc,C,,c@x\n")
            .headerAt(3)
            .creates(BOTH)
            .refuses(10, "invalid-value"),
        file("no break after the last line", HEADER + ADA + BOB.strip())
            .creates("Ada Lovelace")
            .refuses(3, "cut"),
        file("no break after the last line, trusted", HEADER + ADA + BOB.strip())
            .with("--trust-end")
            .creates(BOTH),
        file("cut in the middle of an address", HEADER + ADA + "bob,Bob,Brown,bob@x.exam")
            .creates("Ada Lovelace")
            .refuses(3, "cut"),
        file("cut in quotes", HEADER + ADA + "bob,\"Bo").creates("Ada Lovelace").refuses(3, "cut"),
        file("end of file as in MS-DOS", ALL + "\u001A").creates(BOTH).refuses(4, "cut"),
        file("header alone", HEADER),
        file("a line of 60 KB", "note," + HEADER + "x".repeat(60_000) + "," + ADA)
            .creates("Ada Lovelace"));
  }

  static Stream<ImportedFile> quotes() {
    return Stream.of(
        file("everything quoted", ALL.replaceAll("([^,\n]+)", "\"$1\"")).creates(BOTH),
        file("quotes and separators in quotes", HEADER + "a,\"A \"\"X\"\"\",\"B, C\",a@x\n")
            .creates("A \"X\" B, C"),
        file("quotes and line breaks", "note," + HEADER + "\"ha \n\"\"ha\"\"\r\nha\"," + ADA)
            .creates("Ada Lovelace"),
        file("line break in a name", HEADER + "a,\"Secret\nName\",B,a@x\n" + ADA)
            .creates("Ada Lovelace")
            .refuses(2, 2, "invalid-value"),
        file("JSON in a value", "geo," + HEADER + "\"{\"\"type\"\": [1, 2]}\"," + ADA)
            .creates("Ada Lovelace"),
        file("quote within a value", HEADER + "a,O\"Neil,B,a@x\n" + ADA)
            .creates("O\"Neil B", "Ada Lovelace"),
        file("quote within quotes", HEADER + "a,\"Jeff \"the Dude\" B\",B,a@x\n" + ADA)
            .creates("Ada Lovelace")
            .refuses(2, "syntax"),
        file("text after a closing quote", HEADER + "a,\"A\"x,B,a@x\n" + ADA)
            .creates("Ada Lovelace")
            .refuses(2, "syntax"),
        file("quote that is never closed", HEADER + "a,\"A,B,a@x\n" + ADA + BOB)
            .creates(BOTH)
            .refuses(2, "syntax"),
        file("quotes escaped by backslashes", HEADER + "a,\"O\\\"Hara\",B,a@x\n" + ADA)
            .creates("Ada Lovelace")
            .refuses(2, "syntax"),
        file("apostrophes as quotes", HEADER + "a,'D',B,a@x\nb,D'Arcy,B,b@x\n")
            .creates("'D' B", "D'Arcy B"),
        file("space before a quote", HEADER + "a, \"A\",B,a@x\n").creates("\"A\" B"));
  }

  static Stream<ImportedFile> json() {
    String ada =
        "{\"id\":\"ada\",\"firstName\":\"Ada\",\"lastName\":\"Lovelace\",\"email\":\"a@x\"}\n";
    return Stream.of(
            file("JSON lines", ada).creates("Ada Lovelace"),
            file("JSON lines with more members", ada.replace("}", ",\"n\":{\"o\":1},\"p\":null}"))
                .creates("Ada Lovelace"),
            file("JSON lines, no break after the last", ada.strip()).creates("Ada Lovelace"),
            file("JSON lines with escapes", ada.replace("Ada", "\\u00c5sa"))
                .creates("Åsa Lovelace"),
            file("JSON lines, cut", ada + ada.substring(0, 40))
                .creates("Ada Lovelace")
                .refuses(2, "syntax"),
            file("JSON array", "[" + ada.strip() + "]\n").refuses(1, "syntax"),
            file("JSON lines with a list", ada.replace("\"Ada\"", "[\"Ada\"]"))
                .refuses(1, "syntax"))
        .map(it -> it.with("--format", "jsonl").headerAt(0));
  }

  static Stream<ImportedFile> unusable() {
    String title = "Class 7b\n\n";
    return Stream.of(
        file("empty", "").isRefusedBecause("The file is empty."),
        file("empty lines alone", "\n\n").isRefusedBecause("The file is empty."),
        file("a title above the header", title + ALL)
            .headerAt(3)
            .isRefusedBecause("The header has no column 'id', 'firstName', 'lastName', 'email'."),
        file("no header", ADA + BOB)
            .isRefusedBecause("The header has no column 'id', 'firstName', 'lastName', 'email'."),
        file("a column missing", ALL.replace("lastName", "name"))
            .isRefusedBecause("The header has no column 'lastName'."),
        file("a column twice", ALL.replace("lastName", "email"))
            .isRefusedBecause("The header has the column 'email' twice."),
        file("header in another encoding", ALL.replace("firstName", "Prénom"))
            .in(ISO_8859_1)
            .with("--column", "firstName=Prénom")
            .isRefusedBecause("The header must be text in UTF-8."),
        file("separator not told", ALL.replace(',', ';'))
            .isRefusedBecause(
                "The header has no column 'id', 'firstName', 'lastName', 'email'. It is a single"
                    + " column: perhaps values are separated by another character than ','."),
        file("a line that tells another separator", "sep=;\n" + ALL.replace(',', ';'))
            .isRefusedBecause("The first line says that values are separated by ';', not by ','."),
        file("JSON", "[{\"id\":\"s-1\",\"firstName\":\"Secret\"}]\n")
            .isRefusedBecause("This is JSON: write one object a line, and give the format jsonl."),
        file("UTF-16 neither marked nor told", ALL)
            .in(UTF_16LE)
            .isRefusedBecause("The header has zero bytes: it may be in UTF-16."),
        file("a workbook", "PK\u0003\u0004\u0014\0\u0006\0\b\0\0\0!\0Secret")
            .in(ISO_8859_1)
            .isRefusedBecause("This is a workbook or another archive: save it as CSV first."));
  }
}
