package dev.students.cli.internal.command;

import dev.students.cli.internal.targets.Endpoint;
import dev.students.cli.internal.targets.Environment;
import dev.students.cli.internal.targets.LocalFolder;
import dev.students.cli.internal.targets.TableTarget;
import dev.students.cli.internal.targets.UserFolders;
import java.net.URI;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** The options that choose a target; at most one target can be chosen. */
final class TargetOptions {

  /** The message if several targets were chosen. */
  static final String CHOOSE_ONE =
      "Choose one target: --local [--data DIR], or --endpoint URL --table NAME, or --environment"
          + " NAME.";

  @ArgGroup(exclusive = false, order = 0)
  private @Nullable Local local;

  @ArgGroup(exclusive = false, order = 1)
  private @Nullable AtEndpoint endpoint;

  @Option(
      names = "--environment",
      paramLabel = "NAME",
      order = 4,
      converter = TargetValues.EnvironmentName.class,
      description =
          "Work on a deployed environment, found with your AWS credentials and Region"
              + " (AWS_PROFILE, AWS_REGION).")
  private @Nullable String environment;

  /** Returns the chosen target, or else this user's folder. */
  TableTarget target(UserFolders folders) {
    if (endpoint != null) {
      return new Endpoint(endpoint.uri, endpoint.table);
    }
    if (environment != null) {
      return new Environment(environment);
    }
    return local == null || local.data == null
        ? new LocalFolder(folders.data())
        : new LocalFolder(local.data.toAbsolutePath().normalize());
  }

  /** DynamoDB Local in this JVM. Choosing it explicitly does not change the folder. */
  static final class Local {

    @Option(
        names = "--local",
        order = 0,
        description = "Work on DynamoDB Local in this program (the default).")
    @SuppressWarnings("UnusedVariable") // it makes the default explicit
    private boolean chosen;

    @Option(
        names = "--data",
        order = 1,
        paramLabel = "DIR",
        converter = TargetValues.Folder.class,
        description =
            "Where --local keeps its data; otherwise in students in $$XDG_DATA_HOME or"
                + " ~/.local/share.")
    private @Nullable Path data;
  }

  /** DynamoDB at an address. */
  @SuppressWarnings("NullAway.Init") // picocli sets what is required
  static final class AtEndpoint {

    @Option(
        names = "--endpoint",
        order = 2,
        required = true,
        paramLabel = "URL",
        converter = TargetValues.EndpointAddress.class,
        description = "Work on the DynamoDB at this address; needs --table.")
    private URI uri;

    @Option(
        names = "--table",
        order = 3,
        required = true,
        paramLabel = "NAME",
        converter = TargetValues.TableName.class,
        description = "The table at --endpoint.")
    private String table;
  }
}
