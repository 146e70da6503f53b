package dev.students.cli;

import static dev.students.cli.ImportedFile.ADA;
import static dev.students.cli.ImportedFile.BOB;
import static dev.students.cli.ImportedFile.HEADER;
import static dev.students.cli.ImportedFile.MARK;
import static dev.students.cli.ImportedFile.file;
import static java.nio.charset.StandardCharsets.UTF_16LE;

import java.nio.charset.Charset;
import java.util.stream.Stream;

/** Files that differ in what wrote them, and whom they are about. */
final class FilesByOrigin {

  private static final String[] BOTH = {"Ada Lovelace", "Bob Brown"};

  private FilesByOrigin() {}

  static Stream<ImportedFile> spreadsheets() {
    return Stream.of(
        file("spaces around values", HEADER + " ada , Ada ,Lovelace\u00a0, ada@x.example \n")
            .creates("Ada Lovelace"),
        file("lines of separators", HEADER + ADA + ",,,\n,,,\n").creates("Ada Lovelace"),
        file("empty columns at the end", HEADER.strip() + ",,\n" + ADA.strip() + ",,\n")
            .creates("Ada Lovelace"),
        file("more values than columns", HEADER + ADA.strip() + ",x\n" + BOB)
            .creates("Bob Brown")
            .refuses(2, "field-count"),
        file("fewer values than columns", HEADER + "ada,Ada\n" + BOB)
            .creates("Bob Brown")
            .refuses(2, "field-count"),
        file("numbers kept as text", HEADER + "=\"0017\",Ada,Lovelace,a@x\n" + BOB)
            .creates("Bob Brown")
            .refuses(2, "invalid-value"),
        file("XP with decimals", HEADER.strip() + ",xp\nada,Ada,Lovelace,a@x,\"5,0\"\n")
            .refuses(2, "invalid-value"),
        file("dates as ids", HEADER + "03.04.2026,Ada,Lovelace,a@x\n4/3/26,B,B,b@x\n")
            .creates("Ada Lovelace")
            .refuses(3, "invalid-value"),
        file("dates in a column that is not taken in", "born," + HEADER + "12/10/1815," + ADA)
            .creates("Ada Lovelace"),
        file("formula as a name", HEADER + "a,=1+2,@SUM(A1),a@x\n").creates("=1+2 @SUM(A1)"),
        file("Unicode text, as Excel calls it", (MARK + HEADER + ADA).replace(',', '\t'))
            .in(UTF_16LE)
            .with("--separator", "tab")
            .creates("Ada Lovelace"),
        file("total in the last line", HEADER + ADA + BOB + "Total: 2,,,\n")
            .creates(BOTH)
            .refuses(4, "invalid-value"));
  }

  static Stream<ImportedFile> schoolSoftware() {
    String moodle =
        """
        First name,Surname,ID number,Email address,Last access
        Ada,Lovelace,17,ada@x.example,"Monday, 5 January 2026, 8:15 AM"
        Bob,Brown,,bob@x.example,Never
        """;
    String german =
        """
        Nr;Vorname;Nachname;E-Mail;Notiz
        1;Jörg;Müller-Lüdenscheidt;joerg@x.example;"zwei
        Zeilen"
        2;Bob;;bob@x.example;
        """
            .replace("\n", "\r\n");
    String workspace =
        """
        First Name [Required],Last Name [Required],Email Address [Required],Org Unit Path
        Ada,Lovelace,ada@x.example,/Students/7b
        """
            .replace("\n", "\r\n");
    return Stream.of(
        file("a learning platform's list of participants", moodle)
            .with(
                "--column", "firstName=First name",
                "--column", "lastName=Surname",
                "--column", "email=Email address",
                "--column", "id=ID number")
            .creates("Ada Lovelace")
            .refuses(3, "invalid-value"),
        file("a school's German list", german)
            .in(Charset.forName("windows-1252"))
            .with(
                "--separator", ";",
                "--charset", "windows-1252",
                "--id-from", "Nr",
                "--column", "firstName=Vorname",
                "--column", "lastName=Nachname",
                "--column", "email=E-Mail")
            .creates("Jörg Müller-Lüdenscheidt")
            .refuses(4, "invalid-value"),
        file("a directory's list of users", workspace)
            .with(
                "--id-from", "Email Address [Required]",
                "--column", "firstName=First Name [Required]",
                "--column", "lastName=Last Name [Required]",
                "--column", "email=Email Address [Required]")
            .creates("Ada Lovelace"),
        file("one file behind the other", HEADER + ADA + HEADER + BOB)
            .creates(BOTH)
            .refuses(3, "invalid-value"),
        file("comments between the lines", HEADER + "# form 7b\n" + ADA)
            .creates("Ada Lovelace")
            .refuses(2, "field-count"),
        file("an amount that is nobody's award", "amount," + HEADER + "12.50," + ADA)
            .creates("Ada Lovelace"));
  }

  static Stream<ImportedFile> databases() {
    return Stream.of(
        file("nulls as PostgreSQL writes them", HEADER + "a,Ada,\\N,a@x\n").creates("Ada \\N"),
        file(
                "XP as a data frame writes it in a column with gaps",
                HEADER.strip()
                    + ",xp\na,A,A,a@x,5.0\nb,B,B,b@x,\nc,C,C,c@x,1.000\nd,D,D,d@x,2.5\n"
                    + "e,E,E,e@x,NaN\n")
            .creates("A A", "B B")
            .refuses(4, "invalid-value")
            .refuses(5, "invalid-value")
            .refuses(6, "invalid-value"),
        file("row names without a header", "\"\"," + HEADER + "1," + ADA + "2," + BOB)
            .creates(BOTH),
        file("names that are no names", HEADER + "a,null,NULL,a@x\nb,N/A,NaN,b@x\n")
            .creates("null NULL", "N/A NaN"),
        file(
                "columns in another order, and more",
                "a,email,id,b,lastName,firstName\n1,a@x,a,2,B,A\n")
            .creates("A B"));
  }

  static Stream<ImportedFile> people() {
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
    String[] names =
        scripts
            .lines()
            .map(line -> line.split(",", -1)[1] + " " + line.split(",", -1)[2])
            .toArray(String[]::new);
    return Stream.of(
        file("names in twelve scripts", HEADER + scripts).creates(names),
        file("emoji", HEADER + "e,😎,👩‍🎓,e@x\n").creates("😎 👩‍🎓"),
        file("one name alone", HEADER + "a,Sukarno,,a@x\nb,Sukarno,-,b@x\n")
            .creates("Sukarno -")
            .refuses(2, "invalid-value"),
        file("the same line twice", HEADER + ADA + BOB + ADA).creates(BOTH).repeats(1),
        file("one id for two people", HEADER + ADA + "ada,Bob,Brown,bob@x.example\n")
            .creates("Ada Lovelace")
            .refuses(3, "id-taken"),
        file("one address in two cases", HEADER + ADA + "a,Augusta,King,ADA@X.example\n")
            .creates("Ada Lovelace")
            .refuses(3, "email-taken"),
        file("one address composed and decomposed", HEADER + "a,A,A,\u00e9@x\nb,B,B,e\u0301@x\n")
            .creates("A A")
            .refuses(3, "email-taken"),
        file("no address", HEADER + "a,A,A,\n" + ADA)
            .creates("Ada Lovelace")
            .refuses(2, "invalid-value"),
        file("two addresses", HEADER + "a,A,A,one@x.example; two@x.example\n" + ADA)
            .creates("Ada Lovelace")
            .refuses(2, "invalid-value"),
        file("address within angle brackets", HEADER + "a,A,A,Secret <secret@x.example>\n" + ADA)
            .creates("Ada Lovelace")
            .refuses(2, "invalid-value"));
  }
}
