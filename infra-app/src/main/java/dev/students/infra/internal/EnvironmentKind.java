package dev.students.infra.internal;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * What an environment is used for, whatever its name. This is the one place that says what a kind
 * means: how its data is protected, whether it is monitored, and whether it can be truncated.
 */
public enum EnvironmentKind {
  @JsonProperty("dev")
  DEV,
  @JsonProperty("staging")
  STAGING,
  @JsonProperty("production")
  PRODUCTION;

  /** The kind as it is written in settings. */
  public String key() {
    return switch (this) {
      case DEV -> "dev";
      case STAGING -> "staging";
      case PRODUCTION -> "production";
    };
  }

  /** Whether the table can be restored to any second of the last 35 days. */
  public boolean recoversToPointInTime() {
    return this != DEV;
  }

  /**
   * Whether the data must survive operating mistakes and the deletion of the stack: deletion
   * protection, retention, termination protection, and acceptance tests that only read.
   */
  public boolean protectsData() {
    return this == PRODUCTION;
  }

  /** Whether the stack may have the function that truncates the table. */
  public boolean allowsTruncation() {
    return this != PRODUCTION;
  }

  /** Whether the stack has that function unless its settings decide otherwise. */
  public boolean truncatesByDefault() {
    return this == DEV;
  }

  /** Whether the stack may be one of several copies. */
  public boolean allowsInstances() {
    return this == DEV;
  }

  /** Whether the stack has alarms and a dashboard. */
  public boolean isMonitored() {
    return this != DEV;
  }

  /** Whether CloudWatch records throttled keys unless the settings decide otherwise. */
  public boolean recordsThrottledKeysByDefault() {
    return this == PRODUCTION;
  }
}
