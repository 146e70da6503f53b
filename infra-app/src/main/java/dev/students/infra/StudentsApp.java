package dev.students.infra;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.students.infra.internal.AppSettings;
import dev.students.infra.internal.SettingsReader;
import dev.students.infra.internal.Stacks;
import dev.students.infra.internal.StrictJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awscdk.App;
import software.amazon.awscdk.AppProps;

/**
 * The CDK app. Synthesizes one stack, {@code students-<environment>}, for each environment under
 * the context key {@code students}, and the roles of a pipeline where they are asked for; needs no
 * credentials and no network.
 *
 * <p>The CDK CLI starts it as {@code cdk.json} says and hands the context over. Started without the
 * CLI, as the Maven build does, it takes the path of a {@code cdk.json} whose context to use; the
 * assembly goes to the folder that the environment variable {@code CDK_OUTDIR} names.
 */
public final class StudentsApp {

  private static final String CONTEXT_KEY = "students";
  private static final Path CDK_JSON = Path.of("cdk.json");

  private StudentsApp() {}

  public static void main(String[] args) {
    try {
      boolean byCli = args.length == 0;
      // The CLI hands over what it made of the file, where of two equal keys the last has won.
      Map<String, Object> file =
          byCli && !Files.exists(CDK_JSON)
              ? Map.of()
              : contextOf(byCli ? CDK_JSON : Path.of(args[0]));
      App app = new App(AppProps.builder().context(byCli ? Map.of() : file).build());
      addStacks(app, pinnedAccounts(file));
      app.synth();
    } catch (InvalidSettingException e) {
      System.err.println("Invalid setting " + e.getMessage());
      System.exit(1);
    } catch (RuntimeException e) {
      if (!isRefusedByCdk(e)) {
        throw e;
      }
      // After this the CDK's report of errors, each with the path of its construct, is printed.
      System.err.println(
          "The CDK refuses the templates. Its errors name the resource and, as the first part of"
              + " the path below the stack, the setting that it comes from.");
      System.exit(1);
    }
  }

  /** Such as a resource type that a Region does not have. */
  private static boolean isRefusedByCdk(RuntimeException e) {
    return e.getMessage() != null && e.getMessage().startsWith("ValidationFailed");
  }

  /**
   * Adds to the app the stacks that its context asks for.
   *
   * @throws InvalidSettingException when the context does not hold valid settings; no stack is
   *     added then
   */
  public static void addStacks(App app) {
    addStacks(app, Map.of());
  }

  private static void addStacks(App app, Map<String, String> pinned) {
    AppSettings settings =
        SettingsReader.read(CONTEXT_KEY, app.getNode().tryGetContext(CONTEXT_KEY));
    Stacks.add(app, settings, pinned);
  }

  /** The accounts that the file pins, whether or not its settings are those that count. */
  private static Map<String, String> pinnedAccounts(Map<String, Object> context) {
    Map<String, String> accounts = new TreeMap<>();
    JsonNode environments = new ObjectMapper().valueToTree(context.get(CONTEXT_KEY));
    environments
        .properties()
        .forEach(
            it -> {
              JsonNode account = it.getValue().path("account");
              if (account.isTextual()) {
                accounts.put(it.getKey(), account.asText());
              }
            });
    return accounts;
  }

  /**
   * The context that a {@code cdk.json} gives.
   *
   * @throws UncheckedIOException when the file cannot be read
   * @throws InvalidSettingException when it is not JSON, a key stands twice in one object, or it
   *     has no context
   */
  public static Map<String, Object> contextOf(Path cdkJson) {
    try {
      JsonNode context = StrictJson.read("", Files.readString(cdkJson)).path("context");
      if (!context.isObject()) {
        throw new InvalidSettingException("context", "must be an object in " + cdkJson);
      }
      return new ObjectMapper().convertValue(context, new TypeReference<Map<String, Object>>() {});
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
