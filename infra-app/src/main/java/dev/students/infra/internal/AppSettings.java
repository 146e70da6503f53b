package dev.students.infra.internal;

import java.util.List;
import java.util.Optional;

/**
 * What the app synthesizes.
 *
 * @param environments in the order in which they are written
 * @param delivery the roles of a pipeline; if empty, there are none
 */
public record AppSettings(
    List<EnvironmentSettings> environments, Optional<DeliverySettings> delivery) {

  public AppSettings {
    environments = List.copyOf(environments);
  }
}
