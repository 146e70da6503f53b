package dev.students.cli.internal.command;

import dev.students.cli.internal.output.Paragraph;
import dev.students.cli.internal.output.Terminal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.IHelpSectionRenderer;
import picocli.CommandLine.Model.UsageMessageSpec;

/**
 * Fits the help to the width of the terminal. Picocli uses two columns from a width of 55; on a
 * narrower terminal the second column is moved below the first.
 */
public final class HelpWidth {

  private static final int WIDEST = 80;
  private static final int NARROWEST_OF_TWO_COLUMNS = 55;
  private static final String BENEATH = "        ";
  private static final int UNBROKEN = 1000;
  private static final Pattern TWO_COLUMNS = Pattern.compile("(?s)( *\\S.*?) {2,}(\\S.*)");
  private static final Pattern INDENTED = Pattern.compile("(?s)( *)(\\S.*)");

  private HelpWidth() {}

  /** Makes every command fit its help to the terminal. */
  public static void fit(CommandLine line, Terminal terminal) {
    int columns = terminal.out() ? Math.min(WIDEST, terminal.columns()) : WIDEST;
    boolean narrow = columns < NARROWEST_OF_TWO_COLUMNS;
    line.setUsageHelpWidth(narrow ? UNBROKEN : columns);
    if (narrow) {
      line.setColorScheme(
          Help.defaultColorScheme(Help.Ansi.OFF)); // its escape codes hide the indentation
      fold(line, columns);
    }
  }

  private static void fold(CommandLine line, int columns) {
    line.getHelpSectionMap()
        .replaceAll(
            (section, renderer) ->
                new Folded(
                    renderer,
                    section.equals(UsageMessageSpec.SECTION_KEY_SYNOPSIS)
                        ? columns - "Usage: ".length()
                        : columns));
    line.getSubcommands().values().forEach(command -> fold(command, columns));
  }

  /** Not a lambda, as in {@link Values}. */
  private record Folded(IHelpSectionRenderer section, int columns) implements IHelpSectionRenderer {

    @Override
    public String render(Help help) {
      String text = section.render(help);
      String folded =
          text.lines().map(this::foldLine).collect(Collectors.joining(System.lineSeparator()));
      return text.endsWith("\n") ? folded + System.lineSeparator() : folded;
    }

    private String foldLine(String line) {
      Matcher columnsOfLine = TWO_COLUMNS.matcher(line);
      if (columnsOfLine.matches()) {
        return columnsOfLine.group(1) + System.lineSeparator() + beneath(columnsOfLine.group(2));
      }
      Matcher indented = INDENTED.matcher(line);
      if (!indented.matches()) {
        return line;
      }
      String indentation = indented.group(1);
      if (indentation.length() > BENEATH.length()) {
        return beneath(indented.group(2));
      }
      String further = indentation.isEmpty() ? "" : indentation + "    ";
      return indentation
          + Paragraph.wrap(indented.group(2), columns - indentation.length(), further);
    }

    private String beneath(String text) {
      return BENEATH
          + Paragraph.wrap(text, columns - BENEATH.length())
              .replace(System.lineSeparator(), System.lineSeparator() + BENEATH);
    }
  }
}
