package dev.students.cli.internal.targets;

import dev.students.local.LocalDynamoDb;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * DynamoDB Local in this JVM. Its licence does not allow redistribution, so a released program does
 * not contain it until its user has downloaded it.
 */
public final class EmbeddedDatabase {

  private EmbeddedDatabase() {}

  /**
   * Starts the database.
   *
   * @throws TargetUnavailableException if DynamoDB Local is missing; the message explains how to
   *     obtain it
   */
  public static LocalDynamoDb start(Supplier<LocalDynamoDb> database) {
    try {
      return database.get();
    } catch (NoClassDefFoundError absent) {
      throw new TargetUnavailableException(howToGetIt(program()), absent);
    }
  }

  private static String howToGetIt(Optional<Path> program) {
    String folder =
        program.map(Path::getParent).map(Path::toString).orElse("the folder of students.jar");
    String jar = program.map(Path::getFileName).map(Path::toString).orElse("students.jar");
    return "DynamoDB Local, which this requires, is not part of this program, because its licence"
        + " forbids distribution. Fetch it once with Maven and a JDK, by which you accept the"
        + " licence: cd "
        + folder
        + " && jar xf "
        + jar
        + " dynamodb-local/pom.xml && mvn -q -f dynamodb-local dependency:copy-dependencies."
        + " Everything else works without it.";
  }

  private static Optional<Path> program() {
    try {
      CodeSource source = EmbeddedDatabase.class.getProtectionDomain().getCodeSource();
      return source == null
          ? Optional.empty()
          : Optional.of(Path.of(source.getLocation().toURI()))
              .filter(it -> it.toString().endsWith(".jar"));
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }
}
