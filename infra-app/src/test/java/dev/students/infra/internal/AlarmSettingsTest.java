package dev.students.infra.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Whom the alarms tell, and from which threshold on, with every optional setting given. */
class AlarmSettingsTest {

  @Test
  void alarms_emailAndThresholdGiven_useThem() {
    assertThat(EverySetting.staging().properties("AWS::SNS::Subscription").values())
        .extracting(it -> it.path("Protocol").asText() + " " + it.path("Endpoint").asText())
        .containsExactly("email on-call@school.example");
    assertThat(EverySetting.staging().properties("AWS::CloudWatch::Alarm").values())
        .filteredOn(it -> it.path("MetricName").asText().equals("ConditionalCheckFailedRequests"))
        .extracting(it -> it.path("Threshold").asInt())
        .containsExactly(42);
  }

  @Test
  void consumedUnitsAlarm_quotaGiven_triggersAtFourFifthsOverOneMinute() {
    assertThat(EverySetting.staging().properties("AWS::CloudWatch::Alarm").values())
        .filteredOn(it -> it.path("MetricName").asText().equals("ConsumedReadCapacityUnits"))
        .extracting(it -> it.path("Period") + " s " + it.path("Threshold").asLong())
        .containsExactly("60 s 4800000000", "60 s 4800000000");
  }

  @Test
  void alarms_topicGiven_notifyItAndNoOther() {
    assertThat(EverySetting.tenant().properties("AWS::SNS::Topic")).isEmpty();
    assertThat(EverySetting.tenant().properties("AWS::CloudWatch::Alarm").values())
        .isNotEmpty()
        .allSatisfy(
            alarm ->
                assertThat(alarm.path("AlarmActions"))
                    .hasToString("[\"arn:aws:sns:xx-nowhere-9:111122223333:on-call\"]"));
    assertThat(
            EverySetting.parameter(
                EverySetting.tenant(), "/students/second-tenant/alarm-topic-arn"))
        .isEqualTo("\"arn:aws:sns:xx-nowhere-9:111122223333:on-call\"");
  }

  @Test
  void alarmTopic_encrypted_usesTheKeyOfTheEnvironment() {
    assertThat(EverySetting.staging().properties("AWS::SNS::Topic").values())
        .extracting(it -> it.path("KmsMasterKeyId").asText())
        .containsExactly(EverySetting.KEY);
    assertThat(EverySetting.production().properties("AWS::SNS::Topic").values())
        .extracting(it -> it.has("KmsMasterKeyId"))
        .containsExactly(false);
  }
}
