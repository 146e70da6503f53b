package dev.students.cli.internal.command;

import dev.students.cli.internal.place.Endpoint;
import dev.students.cli.internal.place.Environment;
import dev.students.cli.internal.place.LocalFolder;
import dev.students.cli.internal.place.PlaceChoice;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The options that say where to work, as given. */
record PlaceOptions(
    boolean local,
    @Nullable Path data,
    @Nullable URI endpoint,
    @Nullable String table,
    @Nullable String environment) {

  /**
   * As DynamoDB has it.
   *
   * @see <a
   *     href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/HowItWorks.NamingRulesDataTypes.html">Naming
   *     rules</a>
   */
  private static final Pattern TABLE = Pattern.compile("[A-Za-z0-9_.-]{3,255}");

  private static final Pattern ENVIRONMENT = Pattern.compile("[a-z][a-z0-9-]{0,39}");

  boolean areGiven() {
    return data != null || endpoint != null || table != null || environment != null;
  }

  /** The place, or the flaw made an exception. */
  PlaceChoice choose(Function<String, ? extends RuntimeException> refuse) {
    Optional<String> flaw = contradiction().or(this::badValue);
    if (flaw.isPresent()) {
      throw refuse.apply(flaw.get());
    }
    if (endpoint != null && table != null) {
      return new Endpoint(endpoint, table);
    }
    if (environment != null) {
      return new Environment(environment);
    }
    return data == null
        ? LocalFolder.standard(System.getenv())
        : new LocalFolder(data.toAbsolutePath().normalize());
  }

  private Optional<String> contradiction() {
    boolean somewhereLocal = local || data != null;
    boolean somewhereByAddress = endpoint != null || table != null;
    int places =
        (somewhereLocal ? 1 : 0) + (somewhereByAddress ? 1 : 0) + (environment != null ? 1 : 0);
    if (places > 1) {
      return Optional.of(
          "Say one place: --local [--data DIR], or --endpoint URL --table NAME, or"
              + " --environment NAME.");
    }
    if (somewhereByAddress && endpoint == null) {
      return Optional.of("--table needs --endpoint URL.");
    }
    if (somewhereByAddress && table == null) {
      return Optional.of("--endpoint needs --table NAME.");
    }
    return Optional.empty();
  }

  private Optional<String> badValue() {
    if (endpoint != null && Endpoint.flaw(endpoint).isPresent()) {
      return Endpoint.flaw(endpoint).map(flaw -> "--endpoint " + flaw + ".");
    }
    if (table != null && !TABLE.matcher(table).matches()) {
      return Optional.of("--table must be 3 to 255 letters, digits, '_', '.' or '-'.");
    }
    if (environment != null && !ENVIRONMENT.matcher(environment).matches()) {
      return Optional.of(
          "--environment must be 1 to 40 small letters, digits or '-', as in dev or staging.");
    }
    if (data != null && data.toString().isEmpty()) {
      return Optional.of("--data must not be empty.");
    }
    return Optional.empty();
  }
}
