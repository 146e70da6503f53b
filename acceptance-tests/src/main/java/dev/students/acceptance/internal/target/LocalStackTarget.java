package dev.students.acceptance.internal.target;

import com.github.dockerjava.api.model.Container;
import dev.students.acceptance.internal.Manifest;
import dev.students.acceptance.internal.Progress;
import dev.students.acceptance.internal.RunId;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.ContainerFetchException;
import org.testcontainers.containers.ContainerLaunchException;
import org.testcontainers.localstack.LocalStackContainer;
import org.testcontainers.utility.DockerImageName;
import software.amazon.awssdk.services.ssm.SsmClient;

/** LocalStack in a container of the run's own, with the dev stack deployed by the CDK CLI. */
final class LocalStackTarget implements Target {

  private static final String LABEL = "dev.students.acceptance.run";
  private static final String ENVIRONMENT = "dev";
  private static final String TOKEN = "LOCALSTACK_AUTH_TOKEN";

  private final TargetOptions options;
  private final EmulatorGuard guard;

  LocalStackTarget(TargetOptions options) {
    this.options = options;
    this.guard = new EmulatorGuard(options.allowedHosts(), options.emulatorAccount());
  }

  @Override
  public String name() {
    return "localstack";
  }

  @Override
  public String environment() {
    return ENVIRONMENT;
  }

  @Override
  public List<LeftOut> leftOut() {
    return KnownStudent.leftOutWithout(options.knownStudent());
  }

  @Override
  public TestBed open(RunId run, Manifest manifest, Progress progress) {
    requireDocker();
    manifest.add(Manifest.Kind.CONTAINER, LABEL + "=" + run);
    LocalStackContainer container = container(run);
    try {
      start(container, progress);
      Emulator emulator = new Emulator(endpoint(container), options.emulatorAccount());
      guard.checkAccount(emulator);
      CdkCli cdk =
          new CdkCli(emulator, manifest, Path.of("acceptance-tests/target/runs", run.value()));
      cdk.installWhenMissing(progress);
      cdk.onItsOwn(
          "Bootstrapping LocalStack for the CDK",
          progress,
          "bootstrap",
          "aws://" + options.emulatorAccount() + "/" + Emulator.REGION.id());
      cdk.onItsOwn(
          "Deploying students-dev to LocalStack",
          progress,
          "deploy",
          "students-dev",
          "--app",
          Path.of("infra-app/target/cdk.out").toAbsolutePath().toString(),
          "--require-approval",
          "never");
      DeployedBed bed = bed(emulator, container);
      bed.requireAsReviewed();
      return bed;
    } catch (RuntimeException e) {
      container.stop();
      manifest.delete();
      throw e;
    }
  }

  @Override
  public void cleanUp(Manifest manifest, Progress progress) {
    manifest.all(Manifest.Kind.PROCESS).forEach(OrphanedProcess::end);
    Optional<String> label = manifest.first(Manifest.Kind.CONTAINER);
    if (label.isEmpty()) {
      return;
    }
    requireDocker();
    String run = label.get().substring(LABEL.length() + 1);
    List<Container> left =
        DockerClientFactory.lazyClient()
            .listContainersCmd()
            .withShowAll(true)
            .withLabelFilter(Map.of(LABEL, run))
            .exec();
    for (Container container : left) {
      progress.say("Removing the container " + container.getId().substring(0, 12));
      DockerClientFactory.lazyClient()
          .removeContainerCmd(container.getId())
          .withForce(true)
          .withRemoveVolumes(true)
          .exec();
    }
  }

  private LocalStackContainer container(RunId run) {
    DockerImageName image =
        DockerImageName.parse(options.localStackImage())
            .asCompatibleSubstituteFor("localstack/localstack");
    LocalStackContainer container = new LocalStackContainer(image).withLabel(LABEL, run.value());
    Optional.ofNullable(System.getenv(TOKEN)).ifPresent(token -> container.withEnv(TOKEN, token));
    return container;
  }

  private void start(LocalStackContainer container, Progress progress) {
    try (Progress.Step step = progress.step("Starting " + options.localStackImage())) {
      container.start();
      step.done();
    } catch (ContainerFetchException e) {
      throw noImage(e);
    } catch (ContainerLaunchException e) {
      if (e.getCause() instanceof ContainerFetchException) {
        throw noImage(e);
      }
      throw new TargetException(
          "LocalStack ("
              + options.localStackImage()
              + ") did not start: "
              + rootCause(e)
              + ". An edition that needs a token reads it from "
              + TOKEN
              + ". Nothing was written.",
          e);
    }
  }

  private TargetException noImage(RuntimeException e) {
    return new TargetException(
        "There is no image "
            + options.localStackImage()
            + " here, and it could not be pulled ("
            + rootCause(e)
            + "). Check --localstack-image and --localstack-tag, and that this machine reaches the"
            + " registry. Nothing was written.",
        e);
  }

  private DeployedBed bed(Emulator emulator, LocalStackContainer container) {
    try (SsmClient ssm = emulator.ssm()) {
      return new DeployedBed(
          emulator::dynamoDb,
          StackParameters.tableName(ssm, ENVIRONMENT),
          Templates.table(ENVIRONMENT),
          Optional.of(emulator.endpoint()),
          container::stop);
    }
  }

  /** By address rather than by name, so that clients put S3's bucket into the path. */
  private static URI endpoint(LocalStackContainer container) {
    URI found = container.getEndpoint();
    String host = found.getHost().equals("localhost") ? "127.0.0.1" : found.getHost();
    return URI.create("http://" + host + ":" + found.getPort());
  }

  private static void requireDocker() {
    if (!DockerClientFactory.instance().isDockerAvailable()) {
      throw new TargetException(
          "The target localstack needs Docker, and none answers here. Start Docker (docker info"
              + " must succeed), or use --target embedded, which needs none, or --target endpoint"
              + " with an emulator that runs elsewhere. Nothing was written.");
    }
  }

  private static String rootCause(Throwable failure) {
    Throwable cause = failure;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    return String.valueOf(cause.getMessage()).strip();
  }
}
