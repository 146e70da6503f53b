package dev.students.data;

/**
 * The base class of all refusals by {@link StudentStore}.
 *
 * <p>Messages contain ids, never names or e-mail addresses. Failures of AWS itself are not wrapped;
 * they are reported as the SDK's exceptions.
 */
public abstract class StudentStoreException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  StudentStoreException(String message) {
    super(message);
  }
}
