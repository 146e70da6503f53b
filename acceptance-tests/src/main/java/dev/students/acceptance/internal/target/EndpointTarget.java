package dev.students.acceptance.internal.target;

import dev.students.acceptance.internal.Manifest;
import dev.students.acceptance.internal.Progress;
import dev.students.acceptance.internal.RunId;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import software.amazon.awssdk.services.ssm.SsmClient;

/**
 * A stack of the run's own in an emulator that runs already. Bootstrap is the run's own too, under
 * a qualifier of its own: runs at the same time do not meet, and all of it can be removed.
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
                new LeftOut("@truncation", "tables are emptied on embedded and localstack only")),
            KnownStudent.leftOutWithout(options.knownStudent()).stream())
        .toList();
  }

  @Override
  public TestBed open(RunId run, Manifest manifest, Progress progress) {
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
    manifest.add(Manifest.Kind.ENDPOINT, emulator.endpoint().toString());
    manifest.add(Manifest.Kind.ACCOUNT, emulator.account());
    options.allowedHosts().forEach(host -> manifest.add(Manifest.Kind.ALLOWED_HOST, host));
    try {
      deploy(emulator, run, manifest, progress);
      DeployedBed bed = bed(emulator, run, manifest, progress);
      bed.requireAsReviewed();
      return bed;
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
    // By address rather than by name, so that clients put S3's bucket into the path.
    URI byAddress = URI.create(endpoint.toString().replace("//localhost", "//127.0.0.1"));
    Emulator emulator = new Emulator(byAddress, account);
    guard.checkAccount(emulator);
    return emulator;
  }

  private static void deploy(Emulator emulator, RunId run, Manifest manifest, Progress progress) {
    String bootstrap = "CDKToolkit-" + run;
    String stack = "students-dev-" + run;
    String qualifier = run.value().substring(5).replace("-", "");
    String region = Emulator.REGION.id();
    Path folder = Path.of("acceptance-tests/target/runs", run.value());
    manifest.add(
        Manifest.Kind.BUCKET, "cdk-" + qualifier + "-assets-" + emulator.account() + "-" + region);
    manifest.add(Manifest.Kind.STACK, bootstrap);
    manifest.add(Manifest.Kind.STACK, stack);
    CdkCli cdk = new CdkCli(emulator, manifest, folder);
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
        "students={\"dev\":{\"instance\":\"" + run + "\"}}",
        "--context",
        "@aws-cdk/core:bootstrapQualifier=" + qualifier,
        "--toolkit-stack-name",
        bootstrap,
        // What is built is what the scenarios run with; a build now would replace it under them.
        "--build",
        "true",
        "--output",
        folder.resolve("cdk.out").toString(),
        "--require-approval",
        "never");
  }

  private static DeployedBed bed(
      Emulator emulator, RunId run, Manifest manifest, Progress progress) {
    try (SsmClient ssm = emulator.ssm()) {
      return new DeployedBed(
          emulator::dynamoDb,
          StackParameters.tableName(ssm, ENVIRONMENT + "-" + run),
          Templates.table(ENVIRONMENT),
          Optional.of(emulator.endpoint()),
          () -> remove(emulator, manifest, progress));
    }
  }

  /** The stack takes the table, and so the students, with it. */
  private static void remove(Emulator emulator, Manifest manifest, Progress progress) {
    StartedProcess.endAll(manifest);
    EmulatorStacks stacks = new EmulatorStacks(emulator);
    List<String> latestFirst = new ArrayList<>(manifest.all(Manifest.Kind.STACK));
    Collections.reverse(latestFirst);
    for (String stack : latestFirst) {
      try (Progress.Step step = progress.step("Removing " + stack)) {
        stacks.delete(stack);
        step.done();
      }
    }
    manifest.all(Manifest.Kind.BUCKET).forEach(stacks::deleteBucket);
  }
}
