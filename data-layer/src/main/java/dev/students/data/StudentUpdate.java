package dev.students.data;

import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * A change of a student's profile. An empty value leaves the attribute unchanged.
 *
 * @param firstName the new first name
 * @param lastName the new last name
 * @param email the new e-mail address
 * @param expectedVersion the version that the student must have, or else the update is refused
 */
public record StudentUpdate(
    Optional<PersonName> firstName,
    Optional<PersonName> lastName,
    Optional<EmailAddress> email,
    OptionalLong expectedVersion) {

  /**
   * @throws InvalidValueException (field {@code update}) if it changes nothing
   */
  public StudentUpdate {
    if (firstName.isEmpty() && lastName.isEmpty() && email.isEmpty()) {
      throw new InvalidValueException("update", "must change at least one attribute");
    }
  }

  /** Starts an update that changes nothing yet. */
  public static Builder builder() {
    return new Builder();
  }

  /** Omits the names and the address, which are personal data. */
  @Override
  public String toString() {
    return "StudentUpdate[firstName=%s, lastName=%s, email=%s, expectedVersion=%s]"
        .formatted(mark(firstName), mark(lastName), mark(email), expectedVersion);
  }

  private static String mark(Optional<?> value) {
    return value.isPresent() ? "…" : "unchanged";
  }

  /** Builds an update. Not thread-safe. */
  public static final class Builder {

    private @Nullable PersonName firstName;
    private @Nullable PersonName lastName;
    private @Nullable EmailAddress email;
    private OptionalLong expectedVersion = OptionalLong.empty();

    private Builder() {}

    /** Changes the first name. */
    public Builder firstName(PersonName name) {
      this.firstName = name;
      return this;
    }

    /** Changes the last name. */
    public Builder lastName(PersonName name) {
      this.lastName = name;
      return this;
    }

    /** Changes the e-mail address, or only its spelling. */
    public Builder email(EmailAddress address) {
      this.email = address;
      return this;
    }

    /**
     * Refuses the update unless the student has this {@link Student#version}. Version 0 alone does
     * not distinguish two students written by a legacy client; to do so, pass the student to {@link
     * StudentStore#update(Student, StudentUpdate, ChangeOption...)} instead.
     */
    public Builder expectedVersion(long version) {
      this.expectedVersion = OptionalLong.of(version);
      return this;
    }

    /**
     * Creates the update.
     *
     * @throws InvalidValueException (field {@code update}) if it changes nothing
     */
    public StudentUpdate build() {
      return new StudentUpdate(
          Optional.ofNullable(firstName),
          Optional.ofNullable(lastName),
          Optional.ofNullable(email),
          expectedVersion);
    }
  }
}
