package dev.students.infra.internal;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * What an environment is used for, which decides how its data is protected and whether it is
 * monitored.
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

  /** Whether the data must survive operating mistakes and the deletion of the stack. */
  public boolean protectsData() {
    return this == PRODUCTION;
  }

  /** Whether the stack has alarms and a dashboard. */
  public boolean isMonitored() {
    return this != DEV;
  }
}
