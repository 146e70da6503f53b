package dev.students.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Imports files as they occur in practice, each twice. */
class RealLifeFilesTest {

  private static final String HEADER = "id,firstName,lastName,email\n";
  private static final String ADA = "ada,Ada,Lovelace,ada@x.example\n";
  private static final String BOB = "bob,Bob,Brown,bob@x.example\n";
  private static final Charset WINDOWS = Charset.forName("windows-1252");

  /**
   * A file.
   *
   * @param name what is unusual about it
   * @param created how many students it creates
   * @param refused how many of its lines are rejected, by reason
   */
  private record Odd(
      String name,
      String text,
      Charset charset,
      UnaryOperator<StudentImport.Builder> how,
      long created,
      Map<Refusal, Long> refused) {

    static Odd utf8(String name, String text, long created) {
      return encoded(name, text, StandardCharsets.UTF_8, created);
    }

    static Odd encoded(String name, String text, Charset charset, long created) {
      return new Odd(name, text, charset, how -> how, created, Map.of());
    }

    Odd told(UnaryOperator<StudentImport.Builder> more) {
      return new Odd(name, text, charset, more, created, refused);
    }

    Odd refused(Refusal reason, long lines) {
      return new Odd(name, text, charset, how, created, Map.of(reason, lines));
    }

    byte[] bytes() {
      return text.getBytes(charset);
    }

    @Override
    public String toString() {
      return name;
    }
  }

  @ParameterizedTest
  @MethodSource({
    "encodings",
    "separators",
    "lineBreaks",
    "quotes",
    "spreadsheets",
    "people",
    "json"
  })
  void import_unusualFile_hasTheRightSummaryAndChangesNothingTheSecondTime(Odd file) {
    try (ImportScene scene = new ImportScene()) {
      ImportResult result = scene.run(file.bytes(), file.how());

      assertThat(result.created()).as("%s", scene.rejections()).isEqualTo(file.created());
      assertThat(result.refused()).as("%s", scene.rejections()).isEqualTo(file.refused());
      assertThat(scene.rejections().toString()).doesNotContain("Lovelace", "x.example");
      var items = scene.table.items();
      ImportResult again = scene.run(file.bytes(), file.how());
      assertThat(again.created()).isZero();
      assertThat(again.refused()).isEqualTo(file.refused());
      assertThat(scene.table.items()).isEqualTo(items);
    }
  }

  static Stream<Odd> encodings() {
    String german = HEADER + ADA + "m,Jörg,Müller,jörg@x.example\n";
    String quoted = HEADER + "m,Jörg,“M”,m@x.example\n";
    return Stream.of(
        Odd.utf8("UTF-8", german, 2),
        Odd.utf8("UTF-8 with byte order mark", "\uFEFF" + german, 2),
        Odd.encoded("ISO 8859-1, told", german, StandardCharsets.ISO_8859_1, 2)
            .told(how -> how.charset(StandardCharsets.ISO_8859_1)),
        Odd.encoded("ISO 8859-1, not told", german, StandardCharsets.ISO_8859_1, 1)
            .refused(Refusal.ENCODING, 1),
        Odd.encoded("Windows-1252, told", quoted, WINDOWS, 1).told(how -> how.charset(WINDOWS)),
        Odd.encoded("UTF-16 big-endian, marked", german, StandardCharsets.UTF_16, 2),
        Odd.encoded(
            "UTF-16 little-endian, marked", "\uFEFF" + german, StandardCharsets.UTF_16LE, 2),
        Odd.encoded("UTF-16 little-endian, told", german, StandardCharsets.UTF_16LE, 2)
            .told(how -> how.charset(StandardCharsets.UTF_16LE)),
        Odd.encoded(
            "UTF-16 with characters beyond the plane",
            HEADER + "m,𝒜,𝒵,m@x.example\n",
            StandardCharsets.UTF_16,
            1),
        Odd.utf8("NUL in a name", HEADER + "m,J\0rg,M,m@x.example\n" + ADA, 1)
            .refused(Refusal.INVALID_VALUE, 1));
  }

  static Stream<Odd> separators() {
    String all = HEADER + ADA + BOB;
    return Stream.of(
        Odd.utf8("semicolons", all.replace(',', ';'), 2).told(how -> how.separator(';')),
        Odd.utf8("tabs", all.replace(',', '\t'), 2).told(how -> how.separator('\t')),
        Odd.utf8("bars", all.replace(',', '|'), 2).told(how -> how.separator('|')),
        Odd.utf8("a line that tells the separator", "sep=;\r\n" + all.replace(',', ';'), 2)
            .told(how -> how.separator(';')),
        Odd.utf8("commas in semicolons", "id;firstName;lastName;email\na;A, B;C;a@x\n", 1)
            .told(how -> how.separator(';')));
  }

  static Stream<Odd> lineBreaks() {
    String all = HEADER + ADA + BOB;
    return Stream.of(
        Odd.utf8("CR LF", all.replace("\n", "\r\n"), 2),
        Odd.utf8("CR", all.replace('\n', '\r'), 2),
        Odd.utf8("mixed", HEADER + ADA.replace("\n", "\r\n") + BOB, 2),
        Odd.utf8("blank lines", "\n\n" + HEADER + "\n" + ADA + "  \n" + BOB + "\n\n", 2),
        Odd.utf8("no break after the last line", HEADER + ADA + BOB.strip(), 1)
            .refused(Refusal.CUT, 1),
        Odd.utf8("no break after the last line, trusted", HEADER + ADA + BOB.strip(), 2)
            .told(StudentImport.Builder::trustEnd),
        Odd.utf8("cut in a value", HEADER + ADA + "bob,Bo", 1).refused(Refusal.CUT, 1),
        Odd.utf8("cut in quotes", HEADER + ADA + "bob,\"Bo", 1).refused(Refusal.CUT, 1),
        Odd.utf8("header alone", HEADER, 0),
        Odd.utf8("a line of 100 KB", HEADER + "a," + "x".repeat(100_000) + ",b,c@x\n" + ADA, 1)
            .refused(Refusal.SYNTAX, 1));
  }

  static Stream<Odd> quotes() {
    return Stream.of(
        Odd.utf8("everything quoted", HEADER + ADA.replaceAll("([^,\n]+)", "\"$1\""), 1),
        Odd.utf8("quotes and separators in quotes", HEADER + "a,\"A \"\"X\"\"\",\"B, C\",a@x\n", 1),
        Odd.utf8("line break in a quoted note", "note," + HEADER + "\"x\ny\"," + ADA, 1),
        Odd.utf8("quote within a value", HEADER + "a,O\"Neil,B,a@x\n" + ADA, 2),
        Odd.utf8("text after a closing quote", HEADER + "a,\"A\"x,B,a@x\n" + ADA, 1)
            .refused(Refusal.SYNTAX, 1),
        Odd.utf8("quote that is never closed", HEADER + "a,\"A,B,a@x\n" + ADA + BOB, 2)
            .refused(Refusal.SYNTAX, 1),
        Odd.utf8(
                "quote that is never closed, far from the end",
                HEADER + "a,\"A,B,a@x\n" + ADA + "\n".repeat(70_000) + BOB,
                2)
            .refused(Refusal.SYNTAX, 1));
  }

  static Stream<Odd> spreadsheets() {
    return Stream.of(
        Odd.utf8(
            "spaces around values", HEADER + " ada , Ada ,Lovelace\u00a0, ada@x.example \n", 1),
        Odd.utf8("lines of separators", HEADER + ADA + ",,,\n,,,\n", 1),
        Odd.utf8("blank columns at the end", HEADER.strip() + ",,\n" + ADA.strip() + ",,\n", 1),
        Odd.utf8("more values than columns", HEADER + ADA.strip() + ",x\n" + BOB, 1)
            .refused(Refusal.FIELD_COUNT, 1),
        Odd.utf8("fewer values than columns", HEADER + "ada,Ada\n" + BOB, 1)
            .refused(Refusal.FIELD_COUNT, 1),
        Odd.utf8("numbers kept as text", HEADER + "=\"0017\",Ada,Lovelace,a@x\n", 0)
            .refused(Refusal.INVALID_VALUE, 1),
        Odd.utf8("XP with decimals", HEADER.strip() + ",xp\n" + ADA.strip() + ",\"5,0\"\n", 0)
            .refused(Refusal.INVALID_VALUE, 1),
        Odd.utf8("dates as ids", HEADER + "03.04.2026,Ada,Lovelace,a@x\n4/3/26,B,B,b@x\n", 1)
            .refused(Refusal.INVALID_VALUE, 1),
        Odd.utf8(
            "columns in another order, and more",
            "a,email,id,b,lastName,firstName\n1,a@x,a,2,B,A\n",
            1));
  }

  static Stream<Odd> people() {
    String scripts =
        """
        a,Ada,Lovelace,a@x
        b,Юлия,Иванова,юлия@почта.рф
        c,李,小龙,c@x
        d,محمد,علي,d@x
        e,שרה,כהן,e@x
        f,Γιώργος,Παπάς,f@x
        g,प्रिया,शर्मा,g@x
        h,สมชาย,ใจดี,h@x
        i,김,민준,i@x
        j,さくら,田中,j@x
        k,Նարե,Սարգսյան,k@x
        l,ნინო,ბერიძე,l@x
        """;
    return Stream.of(
        Odd.utf8("names in twelve scripts", HEADER + scripts, 12),
        Odd.utf8("the same line twice", HEADER + ADA + BOB + ADA, 2),
        Odd.utf8("one id for two people", HEADER + ADA + "ada,Bob,Brown,bob@x.example\n", 1)
            .refused(Refusal.ID_TAKEN, 1),
        Odd.utf8("one address in two cases", HEADER + ADA + "a,A,A,ADA@X.example\n", 1)
            .refused(Refusal.EMAIL_TAKEN, 1),
        Odd.utf8(
                "one address composed and decomposed",
                HEADER + "a,A,A,\u00e9@x\nb,B,B,e\u0301@x\n",
                1)
            .refused(Refusal.EMAIL_TAKEN, 1),
        Odd.utf8("no address", HEADER + "a,A,A,\n" + ADA, 1).refused(Refusal.INVALID_VALUE, 1),
        Odd.utf8("address within angle brackets", HEADER + "a,A,A,A A <a@x>\n" + ADA, 1)
            .refused(Refusal.INVALID_VALUE, 1));
  }

  static Stream<Odd> json() {
    String ada =
        "{\"id\":\"ada\",\"firstName\":\"Ada\",\"lastName\":\"Lovelace\",\"email\":\"a@x\"}";
    return Stream.of(
            Odd.utf8("JSON lines", ada + "\n", 1),
            Odd.utf8("JSON lines with more members", ada.replace("}", ",\"n\":1,\"o\":null}\n"), 1),
            Odd.utf8("JSON lines without the last break", ada, 1),
            Odd.utf8("JSON lines cut", ada + "\n" + ada.substring(0, 40), 1)
                .refused(Refusal.SYNTAX, 1),
            Odd.utf8("JSON array", "[" + ada + "]\n", 0).refused(Refusal.SYNTAX, 1),
            Odd.utf8("JSON lines with a list", ada.replace("\"Ada\"", "[\"Ada\"]") + "\n", 0)
                .refused(Refusal.SYNTAX, 1))
        .map(odd -> odd.told(how -> how.format(RecordFormat.JSON_LINES)));
  }
}
