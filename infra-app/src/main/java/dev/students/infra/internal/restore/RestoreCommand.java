package dev.students.infra.internal.restore;

import dev.students.data.EnvironmentParameters;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Scanner;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.ssm.SsmClient;
import software.amazon.awssdk.services.ssm.model.Parameter;
import software.amazon.awssdk.services.ssm.model.ParameterNotFoundException;

/** The command line of a restore. */
@Command(
    name = "restore.sh",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Restores an environment's table to a point in time.",
      "Without --replace it restores into a new table beside the old one and deletes nothing. It can be"
          + " interrupted at any time: the same command goes on where it was.",
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:done", "1:failed; the message says what to do", "2:wrong command line"})
public final class RestoreCommand implements Callable<Integer> {

  @Spec private @Nullable CommandSpec spec;

  @Parameters(index = "0", paramLabel = "ENVIRONMENT", description = "For example production.")
  private String environment = "";

  @Option(
      names = "--to",
      paramLabel = "TIME",
      description = "The time to restore to, in UTC and whole seconds: 2026-11-23T22:00:00Z.")
  private @Nullable Instant point;

  @Option(
      names = "--replace",
      description =
          "Put the restored table in the place of the old one, under its name, with the template's"
              + " settings. Deletes the old table once backups of both are AVAILABLE. Stop all"
              + " writers first.")
  private boolean replace;

  @Option(
      names = "--settings-only",
      description = "Give the table the template's settings again, and verify them.")
  private boolean settingsOnly;

  @Option(
      names = "--template",
      paramLabel = "FILE",
      required = true,
      hidden = true,
      description = "The environment's synthesized template; restore.sh gives it.")
  private Path template = Path.of("");

  @Option(
      names = "--confirm",
      paramLabel = "TABLE",
      description = "The name of the table to replace; without it, --replace asks for it.")
  private @Nullable String confirmed;

  @Option(
      names = "--poll-seconds",
      paramLabel = "N",
      defaultValue = "10",
      description = "Time between two looks at the state. Default: ${DEFAULT-VALUE}.")
  private double pollSeconds;

  @Override
  public Integer call() {
    validate();
    PinnedTarget target = PinnedTarget.of(template);
    try (DynamoDbClient dynamoDb = client(DynamoDbClient.builder(), target);
        SsmClient ssm = client(SsmClient.builder(), target)) {
      String table = tableName(ssm, target);
      Duration interval = Duration.ofMillis(Math.round(pollSeconds * 1000));
      PollClock clock = PollClock.system();
      if (settingsOnly) {
        var waiting = new Waiting(clock, interval, System.out::println);
        new SettingsRepair(dynamoDb, new Tables(dynamoDb, waiting), waiting, System.out::println)
            .repair(table, TemplateSettings.read(template));
        return 0;
      }
      var restore = new TableRestore(dynamoDb, table, time(), clock, interval, System.out::println);
      if (replace) {
        confirm(table);
        restore.replace(TemplateSettings.read(template));
      } else {
        restore.restoreBeside();
        System.out.println(
            "Compare it with table "
                + table
                + "; then copy single students back, or add --replace.");
      }
      return 0;
    } catch (RestoreFailedException e) {
      System.err.println(e.getMessage());
      return 1;
    }
  }

  private void validate() {
    if (settingsOnly == (point != null)) {
      throw new ParameterException(
          spec().commandLine(), "Give either --to TIME or --settings-only.");
    }
    if (settingsOnly && replace) {
      throw new ParameterException(
          spec().commandLine(), "--settings-only and --replace exclude each other.");
    }
    if (point != null && !point.equals(time())) {
      throw new ParameterException(spec().commandLine(), "--to must be in whole seconds.");
    }
    if (!(pollSeconds > 0 && pollSeconds <= 3600)) {
      throw new ParameterException(
          spec().commandLine(), "--poll-seconds must be more than 0 and at most 3600.");
    }
  }

  private Instant time() {
    return Optional.ofNullable(point).orElse(Instant.EPOCH).truncatedTo(ChronoUnit.SECONDS);
  }

  private CommandSpec spec() {
    return Optional.ofNullable(spec).orElseThrow();
  }

  private static <B extends AwsSyncClientBuilder<B, C> & AwsClientBuilder<B, C>, C> C client(
      B builder, PinnedTarget target) {
    target.region().map(Region::of).ifPresent(builder::region);
    return builder.httpClientBuilder(UrlConnectionHttpClient.builder()).build();
  }

  private String tableName(SsmClient ssm, PinnedTarget target) {
    String name = new EnvironmentParameters(environment).tableName();
    try {
      Parameter parameter = ssm.getParameter(request -> request.name(name)).parameter();
      target.requireAccountOf(parameter.arn());
      return parameter.value();
    } catch (ParameterNotFoundException e) {
      throw new RestoreFailedException(
          "The environment %s is not deployed here: there is no parameter %s. Set AWS_PROFILE or AWS_REGION to the account and Region that have it. Nothing was changed."
              .formatted(environment, name));
    }
  }

  private void confirm(String table) {
    String answer = Optional.ofNullable(confirmed).orElseGet(() -> ask(table)).strip();
    if (!answer.equals(table)) {
      throw new RestoreFailedException(
          "Not confirmed; nothing was changed. The table's name is " + table + ".");
    }
  }

  /** Empty at the end of the input. */
  private String ask(String table) {
    System.err.printf(
        "This deletes table %s of %s and restores it as of %s.%n"
            + "Everything written since then is taken out of it. Are all writers stopped?%n"
            + "Type the table's name to go on: ",
        table, environment, time());
    var input = new Scanner(System.in, StandardCharsets.UTF_8);
    return input.hasNextLine() ? input.nextLine() : "";
  }
}
