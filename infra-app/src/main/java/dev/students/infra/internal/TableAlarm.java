package dev.students.infra.internal;

import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.cloudwatch.Metric;
import software.amazon.awscdk.services.cloudwatch.MetricOptions;

/**
 * When somebody is told, and what they are told to do.
 *
 * @param id names it within the stack
 * @param threshold rings when the metric reaches it
 * @param periods how many periods in a row
 * @param whatToDo the alarm's description
 */
record TableAlarm(String id, Metric metric, double threshold, int periods, String whatToDo) {

  /** Rings when four fifths of a quota, which is given per second, are consumed over a minute. */
  static TableAlarm nearQuota(String id, Metric units, int perSecond, String whatToDo) {
    Metric perMinute = units.with(MetricOptions.builder().period(Duration.minutes(1)).build());
    return new TableAlarm(id, perMinute, 60.0 * perSecond * 0.8, 3, whatToDo);
  }
}
