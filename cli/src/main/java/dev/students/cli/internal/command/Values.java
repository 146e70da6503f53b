package dev.students.cli.internal.command;

import dev.students.data.AwardId;
import dev.students.data.EmailAddress;
import dev.students.data.InvalidValueException;
import dev.students.data.PersonName;
import dev.students.data.StudentId;
import java.util.function.Function;
import picocli.CommandLine;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * Converts what was typed to values of the domain, before anything else is done. Messages never
 * repeat what was typed, which may be personal data.
 */
public final class Values {

  /** The character with which Java replaces bytes that are not valid text. */
  private static final char UNREADABLE = '\uFFFD';

  private Values() {}

  /** Registers the converters with a command and its subcommands. */
  public static void register(CommandLine line) {
    line.registerConverter(StudentId.class, new Checked<>(StudentId::of));
    line.registerConverter(AwardId.class, new Checked<>(AwardId::of));
    line.registerConverter(PersonName.class, new Checked<>(PersonName::of));
    line.registerConverter(EmailAddress.class, new Checked<>(EmailAddress::of));
    line.registerConverter(Long.class, new Checked<>(Values::wholeNumber));
    line.registerConverter(long.class, new Checked<>(Values::wholeNumber));
  }

  private static Long wholeNumber(String text) {
    try {
      return Long.valueOf(text);
    } catch (NumberFormatException e) {
      throw new TypeConversionException("must be a whole number");
    }
  }

  /**
   * No lambda: one that implements an interface of picocli, whose classes are of Java 5, makes JDK
   * 17 crash when it writes a class-data archive.
   */
  private static final class Checked<T> implements ITypeConverter<T> {

    private final Function<String, T> factory;

    Checked(Function<String, T> factory) {
      this.factory = factory;
    }

    @Override
    public T convert(String text) {
      if (text.indexOf(UNREADABLE) >= 0) {
        throw new TypeConversionException("must be UTF-8 text");
      }
      try {
        return factory.apply(text);
      } catch (InvalidValueException e) {
        throw new TypeConversionException(e.rule());
      }
    }
  }
}
