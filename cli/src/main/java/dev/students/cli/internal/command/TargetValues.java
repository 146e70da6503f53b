package dev.students.cli.internal.command;

import dev.students.cli.internal.targets.Endpoint;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Checks the values of the options of a target. Messages never repeat a value. */
final class TargetValues {

  private TargetValues() {}

  /** The address of a DynamoDB. */
  static final class EndpointAddress implements ITypeConverter<URI> {

    @Override
    public URI convert(String text) {
      URI uri = parse(text);
      Optional<String> flaw = Endpoint.flaw(uri);
      if (flaw.isPresent()) {
        throw new TypeConversionException(flaw.get());
      }
      return uri;
    }

    private static URI parse(String text) {
      try {
        return new URI(text);
      } catch (URISyntaxException e) {
        throw new TypeConversionException("must be a URL, as in http://localhost:8000");
      }
    }
  }

  /**
   * The name of a table, by DynamoDB's rule.
   *
   * @see <a
   *     href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/HowItWorks.NamingRulesDataTypes.html">Naming
   *     rules</a>
   */
  static final class TableName implements ITypeConverter<String> {

    private static final Pattern RULE = Pattern.compile("[A-Za-z0-9_.-]{3,255}");

    @Override
    public String convert(String text) {
      if (!RULE.matcher(text).matches()) {
        throw new TypeConversionException("must be 3 to 255 letters, digits, '_', '.' or '-'");
      }
      return text;
    }
  }

  /** The name of an environment. */
  static final class EnvironmentName implements ITypeConverter<String> {

    private static final Pattern RULE = Pattern.compile("[a-z][a-z0-9-]{0,39}");

    @Override
    public String convert(String text) {
      if (!RULE.matcher(text).matches()) {
        throw new TypeConversionException(
            "must be 1 to 40 lower-case letters, digits or '-', as in dev or staging");
      }
      return text;
    }
  }

  /** A folder, which need not exist. */
  static final class Folder implements ITypeConverter<Path> {

    @Override
    public Path convert(String text) {
      if (text.isEmpty()) {
        throw new TypeConversionException("must not be empty");
      }
      try {
        return Path.of(text);
      } catch (InvalidPathException e) {
        throw new TypeConversionException("must be the name of a folder");
      }
    }
  }

  /** A file, which need not exist, or {@code -}. */
  static final class FileName implements ITypeConverter<String> {

    private final Folder folder = new Folder();

    @Override
    public String convert(String text) {
      try {
        return folder.convert(text).toString();
      } catch (TypeConversionException e) {
        throw new TypeConversionException("must be the name of a file, or -");
      }
    }
  }
}
