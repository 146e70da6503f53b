package dev.students.cli.internal.command;

import dev.students.operations.Column;
import java.nio.charset.Charset;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Checks the values of options about files. Messages never repeat a value. */
final class FileValues {

  private FileValues() {}

  /** The separator of the values in a line. */
  static final class Separator implements ITypeConverter<Character> {

    @Override
    public Character convert(String text) {
      if (text.equals("tab") || text.equals("\\t")) {
        return '\t';
      }
      boolean possible =
          text.length() == 1 && text.charAt(0) <= '~' && "\"\r\n".indexOf(text.charAt(0)) < 0;
      if (!possible) {
        throw new TypeConversionException(
            "must be one ASCII character other than a quote, or tab; quote it for the shell");
      }
      return text.charAt(0);
    }
  }

  /** An encoding. */
  static final class Encoding implements ITypeConverter<Charset> {

    @Override
    public Charset convert(String text) {
      try {
        return Charset.forName(text);
      } catch (IllegalArgumentException e) {
        throw new TypeConversionException(
            "must be the name of an encoding, as in windows-1252 or UTF-16LE");
      }
    }
  }

  /** A file's name of a field. */
  record ColumnName(Column field, String name) {}

  /** The name of a column, as {@code field=name}. */
  static final class ColumnNames implements ITypeConverter<ColumnName> {

    private static final String FIELDS =
        Stream.of(Column.values())
            .filter(Column::isImported)
            .map(Column::header)
            .collect(Collectors.joining(", "));

    @Override
    public ColumnName convert(String text) {
      int sign = text.indexOf('=');
      Optional<Column> field =
          Stream.of(Column.values())
              .filter(Column::isImported)
              .filter(column -> sign > 0 && column.header().equals(text.substring(0, sign)))
              .findFirst();
      if (field.isEmpty() || sign == text.length() - 1) {
        throw new TypeConversionException("must be FIELD=NAME with a FIELD of " + FIELDS);
      }
      return new ColumnName(field.get(), text.substring(sign + 1));
    }
  }
}
