package dev.students.infra.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.students.infra.InvalidSettingException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CdkContextTest {

  @Test
  void read_noKeyGiven_hasTheQualifierOfTheCdk() {
    assertThat(CdkContext.read(Map.of("students", Map.of())))
        .isEqualTo(new CdkContext("hnb659fds"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"@aws-cdk/core:permissionsBoundary\": {\"name\": \"students-boundary\"}}",
        "{\"@aws-cdk/core:permissionsBoundary\": {\"arn\":"
            + " \"arn:aws:iam::111122223333:policy/b\"}}",
      })
  void read_qualifierAndBoundaryOfTheCdksForm_areAccepted(String boundary) {
    Map<String, Object> context = json(boundary);
    context.put("@aws-cdk/core:bootstrapQualifier", "students-1");

    assertThat(CdkContext.read(context)).isEqualTo(new CdkContext("students-1"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"@aws-cdk/core:permissionsBoundary\": \"students-boundary\"}",
        "{\"@aws-cdk/core:permissionsBoundary\": {\"nmae\": \"students-boundary\"}}",
        "{\"@aws-cdk/core:permissionsBoundary\": {\"name\": \"a\", \"arn\": \"b\"}}",
        "{\"@aws-cdk/core:permissionsBoundary\": {\"name\": \" \"}}",
        "{\"@aws-cdk/core:permissionsBoundary\": {}}",
        "{\"@aws-cdk/core:permissionsBoundary\": null}",
        "{\"@aws-cdk/core:permissionBoundary\": {\"name\": \"students-boundary\"}}",
        "{\"aws-cdk/core:permissionsBoundary\": {\"name\": \"students-boundary\"}}",
        "{\"@aws-cdk/core:PermissionsBoundary\": {\"name\": \"students-boundary\"}}",
        "{\"@aws-cdk/core:qualifier\": \"students\"}",
        "{\"@aws-cdk/core:bootstrapQualifier\": \"\"}",
        "{\"@aws-cdk/core:bootstrapQualifier\": 7}",
        "{\"@aws-cdk/core:bootstrapQualifier\": \"Students\"}",
        "{\"@aws-cdk/core:bootstrapQualifier\": \"my_school\"}",
        "{\"@aws-cdk/core:bootstrapQualifier\": \"eleven-long\"}",
      })
  void read_valueOrSpellingWrong_isRefusedWithTheKey(String context) {
    Map<String, Object> wrong = json(context);

    assertThatExceptionOfType(InvalidSettingException.class)
        .isThrownBy(() -> CdkContext.read(wrong))
        .satisfies(e -> assertThat(wrong).containsKey(e.setting()));
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> json(String text) {
    try {
      return new ObjectMapper().readValue(text, Map.class);
    } catch (JacksonException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
