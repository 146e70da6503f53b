package dev.students.acceptance.internal.targets;

import static org.assertj.core.api.Assertions.assertThat;

import dev.students.acceptance.internal.console.Progress;
import dev.students.acceptance.internal.workspace.ProjectLayout;
import dev.students.acceptance.internal.workspace.RunFiles;
import dev.students.acceptance.internal.workspace.RunId;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Replaces the CDK CLI by a program that prints its arguments and environment. */
class CdkCliTest {

  @Test
  void command_settingsOfTheCaller_areNotPassedOn(@TempDir Path root) throws IOException {
    Path cdk = root.resolve("node_modules/.bin/cdk");
    Files.createDirectories(cdk.getParent());
    Files.writeString(
        cdk,
        "#!/bin/sh\necho \"$HOME $AWS_ENDPOINT_URL $AWS_ENDPOINT_URL_S3 $AWS_CONFIG_FILE $*\"\n");
    Files.setPosixFilePermissions(cdk, PosixFilePermissions.fromString("rwxr-xr-x"));
    RunFiles run = RunFiles.of(new ProjectLayout(root), new RunId("1123-230502-9f3c"));
    Emulator emulator = new Emulator(URI.create("http://127.0.0.1:4566"), TargetOptions.ACCOUNT);

    new CdkCli(emulator, run).inProject("Deploying", silent(), "deploy", "students-dev");

    Path home = run.folder().resolve("home");
    assertThat(Files.readString(run.folder().resolve("cdk.log")))
        .isEqualTo(
            home + " http://127.0.0.1:4566 http://127.0.0.1:4566 /dev/null deploy students-dev\n");
    assertThat(home).isEmptyDirectory();
  }

  private static Progress silent() {
    return Progress.inLines(
        new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8));
  }
}
