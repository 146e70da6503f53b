package dev.students.infra;

/**
 * A setting under the context key {@code students} that the app does not accept. The message names
 * the setting by its full path, such as {@code students.production.region}, and the rule it breaks.
 */
public final class InvalidSettingException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String setting;
  private final String rule;

  public InvalidSettingException(String setting, String rule) {
    super(setting + ": " + rule);
    this.setting = setting;
    this.rule = rule;
  }

  /** The setting's path within the context, with dots between the keys. */
  public String setting() {
    return setting;
  }

  /** The rule that the setting breaks, and the value it had. */
  public String rule() {
    return rule;
  }
}
