package dev.students.infra.internal;

import dev.students.infra.InvalidSettingException;
import dev.students.truncation.ProductionName;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The rules for names of environments, and which kind a name has. */
final class EnvironmentNames {

  /** Not an environment: the roles of a pipeline. */
  static final String DELIVERY = "delivery";

  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");
  private static final int MAXIMUM_LENGTH = 40;

  private EnvironmentNames() {}

  /**
   * The kind of an environment: of the three names that are kinds their own, of any other the one
   * that is written.
   *
   * @throws InvalidSettingException when the name is not one, or does not agree with the kind
   */
  static EnvironmentKind kind(String path, String name, Optional<EnvironmentKind> written) {
    if (name.length() > MAXIMUM_LENGTH || !NAME.matcher(name).matches()) {
      throw new InvalidSettingException(
          path,
          "is not a name of an environment: at most 40 of a-z, 0-9 and -, starting with a letter");
    }
    if (name.startsWith(DELIVERY + "-")) {
      throw new InvalidSettingException(
          path, "must not start with delivery-: the stacks of the pipeline's roles are called so");
    }
    Optional<EnvironmentKind> byName =
        Arrays.stream(EnvironmentKind.values()).filter(it -> it.key().equals(name)).findFirst();
    EnvironmentKind kind =
        written
            .or(() -> byName)
            .orElseThrow(
                () ->
                    new InvalidSettingException(
                        path + ".kind",
                        "is missing: an environment that is called neither "
                            + known(" nor ")
                            + " must state its kind"));
    if (byName.isPresent() && !byName.get().equals(kind)) {
      throw new InvalidSettingException(
          path + ".kind", "must be " + name + ", as the environment is called so");
    }
    if (ProductionName.matches(name) && kind != EnvironmentKind.PRODUCTION) {
      throw new InvalidSettingException(
          path + ".kind",
          "must be production: by its name the environment is production, and would be taken for it");
    }
    return kind;
  }

  /** The names that are kinds. */
  static String known(String separator) {
    return Arrays.stream(EnvironmentKind.values())
        .map(EnvironmentKind::key)
        .collect(Collectors.joining(separator));
  }
}
