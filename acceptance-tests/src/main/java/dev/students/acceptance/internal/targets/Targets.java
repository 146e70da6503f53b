package dev.students.acceptance.internal.targets;

import java.util.Locale;

/** The targets by name. */
public enum Targets {
  EMBEDDED,
  LOCALSTACK,
  ENDPOINT,
  AWS;

  public Target with(TargetOptions options) {
    return switch (this) {
      case EMBEDDED -> new EmbeddedTarget(options);
      case LOCALSTACK -> new LocalStackTarget(options);
      case ENDPOINT -> new EndpointTarget(options);
      case AWS -> new AwsTarget(options);
    };
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
