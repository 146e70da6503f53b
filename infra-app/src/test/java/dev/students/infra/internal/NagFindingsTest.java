package dev.students.infra.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What cdk-nag finds in the stacks with every optional setting given. */
class NagFindingsTest {

  /** Rules of AWS, NIST 800-53, HIPAA and PCI; each accepted finding stands with its reason. */
  @Test
  void cdkNag_findsOnlyAcceptedFindings() throws IOException {
    List<String> accepted =
        Files.readAllLines(Path.of("infra-app/src/test/resources/accepted-nag-findings.txt"));

    assertThat(accepted).allMatch(line -> line.matches("\\S+ \\S+ \\| .{40,}\\."));
    assertThat(findings())
        .containsExactlyElementsOf(
            accepted.stream().map(line -> line.substring(0, line.indexOf(" | "))).toList());
  }

  private static Set<String> findings() throws IOException {
    Set<String> findings = new TreeSet<>();
    try (Stream<Path> files = Files.list(EverySetting.ASSEMBLY)) {
      files
          .filter(file -> file.toString().endsWith("-NagReport.json"))
          .flatMap(file -> Template.json(file).path("lines").valueStream())
          .filter(line -> !line.path("compliance").asText().equals("Compliant"))
          .forEach(
              line ->
                  findings.add(
                      line.path("ruleId").asText() + " " + line.path("resourceId").asText()));
    }
    return findings;
  }
}
