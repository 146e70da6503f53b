package dev.students.infra.internal;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What an environment is for, which decides how its data is kept and who is told of trouble. */
public enum EnvironmentKind {
  @JsonProperty("dev")
  DEV,
  @JsonProperty("staging")
  STAGING,
  @JsonProperty("production")
  PRODUCTION;

  /** The name as it stands in settings, names of stacks and names of parameters. */
  public String key() {
    return switch (this) {
      case DEV -> "dev";
      case STAGING -> "staging";
      case PRODUCTION -> "production";
    };
  }

  /** Whether the table can be set back to any second of the last 35 days. */
  public boolean recoversToPointInTime() {
    return this != DEV;
  }

  /** Whether the data must outlive mistakes, and the stack itself. */
  public boolean protectsData() {
    return this == PRODUCTION;
  }

  /** Whether somebody is told of trouble. */
  public boolean isMonitored() {
    return this != DEV;
  }
}
