package dev.students.infra.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.students.infra.InvalidSettingException;
import dev.students.infra.StudentsApp;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StrictJsonTest {

  @TempDir private Path folder = Path.of("");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {"app": "a", "context": {}, "app": "b"}                                | app
          {"context": {"students": {"dev": {}}, "students": {}}}                 | context.students
          {"context": {"students": {"production": {"account": "1"}, "dev": {}, "production": {}}}} | context.students.production
          {"context": {"students": {"staging": {"tags": {"a": "1", "a": "1"}}}}} | context.students.staging.tags.a
          {"context": {"list": [{"a": 1}, {"b": 1, "b": 2}]}}                    | context.list.1.b
          """)
  void contextOf_doubledKey_isRefusedWithItsPath(String json, String path) throws IOException {
    Path cdkJson = Files.writeString(folder.resolve("cdk.json"), json);

    assertThatExceptionOfType(InvalidSettingException.class)
        .isThrownBy(() -> StudentsApp.contextOf(cdkJson))
        .withMessage(path + ": stands twice; only the last would count");
  }

  @Test
  void read_equalKeysInDifferentObjects_areAccepted() {
    assertThat(StrictJson.read("", "{\"a\": {\"b\": 1}, \"b\": [{\"c\": 1}, {\"c\": 2}]}").size())
        .isEqualTo(2);
  }
}
