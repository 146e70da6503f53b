package dev.students.acceptance.internal.run;

import dev.students.acceptance.internal.targets.TargetOptions;
import dev.students.acceptance.internal.targets.Targets;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/**
 * The options that select the target, for {@code ./acceptance}, and for Maven and IDEs in the
 * system properties {@code acceptance.target} (its name) and {@code acceptance.arguments} (the
 * other options).
 */
public final class RunOptions {

  static final String TARGET = "acceptance.target";
  static final String ARGUMENTS = "acceptance.arguments";

  private static final int THREADS = 4;

  @Option(
      names = "--target",
      paramLabel = "TARGET",
      defaultValue = "embedded",
      description = "Where to run: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
  private Targets target = Targets.EMBEDDED;

  @Option(
      names = "--endpoint",
      paramLabel = "URL",
      description = "The running emulator, for the target endpoint.")
  private @Nullable URI endpoint;

  @Option(
      names = "--allow-host",
      paramLabel = "HOST",
      description = "A host other than loopback that is an emulator's; repeatable.")
  private List<String> allowedHosts = List.of();

  @Option(
      names = "--emulator-account",
      paramLabel = "ID",
      defaultValue = TargetOptions.ACCOUNT,
      description = "The account that the emulator must report (default: ${DEFAULT-VALUE}).")
  private String emulatorAccount = TargetOptions.ACCOUNT;

  @Option(
      names = "--localstack-image",
      paramLabel = "NAME",
      defaultValue = TargetOptions.IMAGE_NAME,
      description = "The image, for other editions (default: ${DEFAULT-VALUE}).")
  private String localStackImage = TargetOptions.IMAGE_NAME;

  @Option(
      names = "--localstack-tag",
      paramLabel = "TAG",
      defaultValue = TargetOptions.IMAGE_TAG,
      description = "Its tag (default: ${DEFAULT-VALUE}, the last that needs no token).")
  private String localStackTag = TargetOptions.IMAGE_TAG;

  @Option(
      names = "--environment",
      paramLabel = "NAME",
      defaultValue = "dev",
      description = "The existing stack's, for the target aws (default: ${DEFAULT-VALUE}).")
  private String environment = "dev";

  @Option(
      names = "--known-student",
      paramLabel = "ID",
      description = "The id of an existing student, to find by id and by e-mail.")
  private @Nullable String knownStudent;

  @Option(
      names = "--allow-production",
      description = "Run on production: only the @read-only scenarios.")
  private boolean allowProduction;

  /**
   * Returns the request of a run that was started by Maven or an IDE.
   *
   * @throws IllegalArgumentException if a property is invalid
   */
  static RunRequest ofSystemProperties() {
    List<String> arguments = new ArrayList<>();
    property(TARGET).ifPresent(name -> arguments.addAll(List.of("--target", name)));
    property(ARGUMENTS).ifPresent(more -> arguments.addAll(List.of(more.split("\\s+"))));
    RunOptions options = new RunOptions();
    try {
      new CommandLine(options)
          .setCaseInsensitiveEnumValuesAllowed(true)
          .parseArgs(arguments.toArray(String[]::new));
    } catch (ParameterException e) {
      throw new IllegalArgumentException(
          "-D" + TARGET + " and -D" + ARGUMENTS + ": " + e.getMessage(), e);
    }
    return options.request(property(RunRequest.TAGS), THREADS, List.of());
  }

  private static Optional<String> property(String name) {
    return Optional.ofNullable(System.getProperty(name))
        .map(String::strip)
        .filter(it -> !it.isEmpty());
  }

  /**
   * Returns the request of a run with these options.
   *
   * @throws IllegalArgumentException if they are inconsistent
   */
  public RunRequest request(Optional<String> tags, int threads, List<String> features) {
    TargetOptions options = targetOptions();
    return new RunRequest(target.with(options), tags, threads, features, options);
  }

  public TargetOptions targetOptions() {
    return new TargetOptions(
        Optional.ofNullable(endpoint),
        Set.copyOf(allowedHosts),
        emulatorAccount,
        environment,
        Optional.ofNullable(knownStudent),
        allowProduction,
        localStackImage + ":" + localStackTag);
  }
}
