package dev.students.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class EnvironmentParametersTest {

  @Test
  void names_ofAnEnvironment_areBelowItsPath() {
    EnvironmentParameters names = new EnvironmentParameters("dev-ada");
    assertThat(names.path()).isEqualTo("/students/dev-ada");
    assertThat(
            List.of(
                names.kind(),
                names.tableName(),
                names.tableArn(),
                names.applicationPolicyArn(),
                names.operatorPolicyArn(),
                names.acceptancePolicyArn(),
                names.truncationPermit(),
                names.truncationFunction(),
                names.alarmTopicArn()))
        .containsExactly(
            "/students/dev-ada/kind",
            "/students/dev-ada/table-name",
            "/students/dev-ada/table-arn",
            "/students/dev-ada/application-policy-arn",
            "/students/dev-ada/operator-policy-arn",
            "/students/dev-ada/acceptance-policy-arn",
            "/students/dev-ada/truncation-permit",
            "/students/dev-ada/truncation-function",
            "/students/dev-ada/alarm-topic-arn");
  }
}
