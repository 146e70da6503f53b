package dev.students.acceptance.internal.targets;

import dev.students.acceptance.internal.console.Progress;
import dev.students.acceptance.internal.console.Step;
import dev.students.acceptance.internal.workspace.Manifest;
import dev.students.acceptance.internal.workspace.RunFiles;
import dev.students.acceptance.internal.workspace.RunId;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.testcontainers.containers.ContainerFetchException;
import org.testcontainers.containers.ContainerLaunchException;
import org.testcontainers.localstack.LocalStackContainer;
import org.testcontainers.utility.DockerImageName;
import software.amazon.awssdk.services.ssm.SsmClient;

/** LocalStack in a separate container for each run, with the dev stack deployed by the CDK CLI. */
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
  public OpenTarget open(RunFiles run, Progress progress) {
    DockerImageName image = Docker.connect(progress).image(options.localStackImage(), progress);
    run.manifest().add(Manifest.Kind.CONTAINER, LABEL + "=" + run.id());
    LocalStackContainer container = container(image, run.id());
    try {
      start(container, progress);
      Emulator emulator = new Emulator(endpoint(container), options.emulatorAccount());
      guard.checkAccount(emulator);
      CdkCli cdk = new CdkCli(emulator, run);
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
          run.layout().assembly().toAbsolutePath().toString(),
          "--require-approval",
          "never");
      DeployedTarget opened = opened(emulator, container);
      opened.requireAsReviewed();
      return opened;
    } catch (RuntimeException e) {
      container.stop();
      run.manifest().delete();
      throw e;
    }
  }

  @Override
  public void cleanUp(Manifest manifest, Progress progress) {
    StartedProcess.endAll(manifest);
    Optional<String> label = manifest.first(Manifest.Kind.CONTAINER);
    if (label.isEmpty()) {
      return;
    }
    String run = label.get().substring(LABEL.length() + 1);
    Docker.connect(progress).removeContainers(LABEL, run, progress);
  }

  private static LocalStackContainer container(DockerImageName image, RunId run) {
    LocalStackContainer container =
        new LocalStackContainer(image.asCompatibleSubstituteFor("localstack/localstack"))
            .withLabel(LABEL, run.value());
    Optional.ofNullable(System.getenv(TOKEN)).ifPresent(token -> container.withEnv(TOKEN, token));
    return container;
  }

  private void start(LocalStackContainer container, Progress progress) {
    try (Step step = progress.step("Starting " + options.localStackImage())) {
      container.start();
      step.done();
    } catch (ContainerFetchException | ContainerLaunchException e) {
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

  private DeployedTarget opened(Emulator emulator, LocalStackContainer container) {
    try (SsmClient ssm = emulator.ssm()) {
      return new DeployedTarget(
          emulator::dynamoDb,
          PublishedStack.read(ssm, ENVIRONMENT).table(),
          Templates.table(ENVIRONMENT),
          Optional.of(emulator.endpoint()),
          container::stop);
    }
  }

  private static URI endpoint(LocalStackContainer container) {
    URI found = container.getEndpoint();
    return LoopbackAddress.of(URI.create("http://" + found.getHost() + ":" + found.getPort()));
  }

  private static String rootCause(Throwable failure) {
    Throwable cause = failure;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    return String.valueOf(cause.getMessage()).strip();
  }
}
