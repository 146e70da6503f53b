package dev.students.infra.internal;

import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.cloudwatch.Metric;
import software.amazon.awscdk.services.cloudwatch.MetricOptions;

/**
 * One alarm: its metric, its threshold, and what the person who receives it should do.
 *
 * @param id identifies it within the stack
 * @param threshold the alarm is raised when the metric reaches it
 * @param periods for how many periods in a row
 * @param whatToDo the alarm's description
 */
record TableAlarm(String id, Metric metric, double threshold, int periods, String whatToDo) {

  /**
   * Raised when consumption over a minute reaches four fifths of a quota, which is given per
   * second.
   */
  static TableAlarm nearQuota(String id, Metric units, int perSecond, String whatToDo) {
    Metric perMinute = units.with(MetricOptions.builder().period(Duration.minutes(1)).build());
    return new TableAlarm(id, perMinute, 60.0 * perSecond * 0.8, 3, whatToDo);
  }
}
