package dev.students.acceptance.internal.targets;

import dev.students.acceptance.internal.console.Progress;
import dev.students.acceptance.internal.console.Step;
import dev.students.acceptance.internal.workspace.Manifest;
import dev.students.acceptance.internal.workspace.RunFiles;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import software.amazon.awssdk.services.ssm.SsmClient;

/**
 * A separate stack for each run in an emulator that is already running. The bootstrap stack is
 * separate too, with its own qualifier, so that concurrent runs do not interfere and everything can
 * be removed.
 */
final class EndpointTarget implements Target {

  private static final String ENVIRONMENT = "dev";

  private final TargetOptions options;
  private final EmulatorGuard guard;

  EndpointTarget(TargetOptions options) {
    this.options = options;
    this.guard = new EmulatorGuard(options.allowedHosts(), options.emulatorAccount());
  }

  @Override
  public String name() {
    return "endpoint";
  }

  @Override
  public String environment() {
    return ENVIRONMENT;
  }

  @Override
  public List<LeftOut> leftOut() {
    return Stream.concat(
            Stream.of(
                new LeftOut("@truncation", "tables are truncated on embedded and localstack only")),
            KnownStudent.leftOutWithout(options.knownStudent()).stream())
        .toList();
  }

  @Override
  public OpenTarget open(RunFiles run, Progress progress) {
    Emulator emulator =
        emulator(
            options
                .endpoint()
                .orElseThrow(
                    () ->
                        new TargetException(
                            "The target endpoint needs --endpoint URL, where an emulator answers,"
                                + " such as http://127.0.0.1:4566.")),
            options.emulatorAccount(),
            guard);
    Manifest manifest = run.manifest();
    manifest.add(Manifest.Kind.ENDPOINT, emulator.endpoint().toString());
    manifest.add(Manifest.Kind.ACCOUNT, emulator.account());
    options.allowedHosts().forEach(host -> manifest.add(Manifest.Kind.ALLOWED_HOST, host));
    try {
      deploy(emulator, run, progress);
      DeployedTarget opened = opened(emulator, run, progress);
      opened.requireAsReviewed();
      return opened;
    } catch (RuntimeException e) {
      try {
        remove(emulator, manifest, progress);
        manifest.delete();
      } catch (RuntimeException afterwards) {
        e.addSuppressed(afterwards);
      }
      throw e;
    }
  }

  @Override
  public void cleanUp(Manifest manifest, Progress progress) {
    Optional<String> endpoint = manifest.first(Manifest.Kind.ENDPOINT);
    if (endpoint.isEmpty()) {
      return;
    }
    String account = manifest.first(Manifest.Kind.ACCOUNT).orElse(options.emulatorAccount());
    Set<String> hosts = Set.copyOf(manifest.all(Manifest.Kind.ALLOWED_HOST));
    Emulator emulator =
        emulator(URI.create(endpoint.get()), account, new EmulatorGuard(hosts, account));
    remove(emulator, manifest, progress);
  }

  private static Emulator emulator(URI endpoint, String account, EmulatorGuard guard) {
    guard.checkAddress(endpoint);
    Emulator emulator = new Emulator(LoopbackAddress.of(endpoint), account);
    guard.checkAccount(emulator);
    return emulator;
  }

  private static void deploy(Emulator emulator, RunFiles run, Progress progress) {
    Manifest manifest = run.manifest();
    String bootstrap = "CDKToolkit-" + run.id();
    String stack = "students-dev-" + run.id();
    String qualifier = run.id().value().substring(5).replace("-", "");
    String region = Emulator.REGION.id();
    manifest.add(
        Manifest.Kind.BUCKET, "cdk-" + qualifier + "-assets-" + emulator.account() + "-" + region);
    manifest.add(Manifest.Kind.STACK, bootstrap);
    manifest.add(Manifest.Kind.STACK, stack);
    CdkCli cdk = new CdkCli(emulator, run);
    cdk.installWhenMissing(progress);
    cdk.onItsOwn(
        "Bootstrapping " + emulator.endpoint() + " for the CDK",
        progress,
        "bootstrap",
        "aws://" + emulator.account() + "/" + region,
        "--toolkit-stack-name",
        bootstrap,
        "--qualifier",
        qualifier);
    cdk.inProject(
        "Deploying " + stack,
        progress,
        "deploy",
        stack,
        "--context",
        "students={\"dev\":{\"instance\":\"" + run.id() + "\"}}",
        "--context",
        "@aws-cdk/core:bootstrapQualifier=" + qualifier,
        "--toolkit-stack-name",
        bootstrap,
        // The scenarios run with the existing build, which must not be replaced while they run.
        "--build",
        "true",
        "--output",
        run.folder().resolve("cdk.out").toAbsolutePath().toString(),
        "--require-approval",
        "never");
  }

  private static DeployedTarget opened(Emulator emulator, RunFiles run, Progress progress) {
    try (SsmClient ssm = emulator.ssm()) {
      return new DeployedTarget(
          emulator::dynamoDb,
          PublishedStack.read(ssm, ENVIRONMENT + "-" + run.id()).table(),
          Templates.table(ENVIRONMENT),
          Optional.of(emulator.endpoint()),
          () -> remove(emulator, run.manifest(), progress));
    }
  }

  /** Nothing to do for students: deleting the stack deletes the table. */
  private static void remove(Emulator emulator, Manifest manifest, Progress progress) {
    StartedProcess.endAll(manifest);
    EmulatorStacks stacks = new EmulatorStacks(emulator);
    List<String> latestFirst = new ArrayList<>(manifest.all(Manifest.Kind.STACK));
    Collections.reverse(latestFirst);
    for (String stack : latestFirst) {
      try (Step step = progress.step("Removing " + stack)) {
        stacks.delete(stack);
        step.done();
      }
    }
    manifest.all(Manifest.Kind.BUCKET).forEach(stacks::deleteBucket);
  }
}
