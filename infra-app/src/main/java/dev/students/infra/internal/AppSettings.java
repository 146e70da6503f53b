package dev.students.infra.internal;

import java.util.List;

/** What the app synthesizes: the environments, in the order in which they are written. */
public record AppSettings(List<EnvironmentSettings> environments) {

  public AppSettings {
    environments = List.copyOf(environments);
  }
}
