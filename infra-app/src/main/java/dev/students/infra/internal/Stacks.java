package dev.students.infra.internal;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import software.amazon.awscdk.Annotations;
import software.amazon.awscdk.App;
import software.amazon.awscdk.Stack;

/** Adds the stacks of all environments to the app, and the warnings that concern them. */
public final class Stacks {

  private Stacks() {}

  /**
   * Adds the stacks that the settings ask for.
   *
   * @param pinned accounts by the names of environments, as {@code cdk.json} says
   * @throws dev.students.infra.InvalidSettingException when one of the CDK's own keys is wrong; no
   *     stack is added then
   */
  public static void add(App app, AppSettings settings, Map<String, String> pinned) {
    Map<?, ?> keys = context(app);
    CdkContext cdk = CdkContext.read(keys);
    Optional<SettingsWarnings.Warning> context =
        SettingsWarnings.ofContext(keys.keySet().stream().map(String::valueOf).toList());
    for (EnvironmentSettings environment : settings.environments()) {
      Stack stack = new StudentsStack(app, environment);
      SettingsWarnings.of(environment, settings).forEach(warning -> warn(stack, warning));
      SettingsWarnings.ofUnpinned(environment, pinned).ifPresent(it -> warn(stack, it));
      context.ifPresent(warning -> warn(stack, warning));
    }
    settings
        .delivery()
        .ifPresent(
            delivery -> addDelivery(app, cdk.qualifier(), delivery, settings.environments()));
  }

  private static void warn(Stack stack, SettingsWarnings.Warning warning) {
    Annotations.of(stack).addWarningV2(warning.id(), warning.message());
  }

  private static Map<?, ?> context(App app) {
    return app.getNode().getAllContext() instanceof Map<?, ?> context ? context : Map.of();
  }

  /** Roles belong to an account: a stack for each that the environments are deployed to. */
  private static void addDelivery(
      App app,
      String qualifier,
      DeliverySettings delivery,
      List<EnvironmentSettings> environments) {
    Map<DeliveryStack.Place, List<EnvironmentSettings>> places = new LinkedHashMap<>();
    environments.forEach(
        it ->
            places
                .computeIfAbsent(
                    new DeliveryStack.Place(it.account(), it.region()), place -> new ArrayList<>())
                .add(it));
    Set<Optional<String>> accounts = new HashSet<>();
    places.forEach(
        (place, there) -> {
          Stack stack =
              new DeliveryStack(
                  app,
                  new DeliveryStack.Input(
                      place,
                      places.size() == 1,
                      accounts.add(place.account()) && !delivery.existingProvider(),
                      there,
                      delivery,
                      qualifier));
          SettingsWarnings.ofDelivery(delivery, place.region()).forEach(it -> warn(stack, it));
        });
  }
}
