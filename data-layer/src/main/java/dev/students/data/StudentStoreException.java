package dev.students.data;

/**
 * What {@link StudentStore} refuses, and why.
 *
 * <p>Messages carry ids, never names or e-mail addresses. Failures of AWS itself are not wrapped:
 * they stay the SDK's exceptions.
 */
public abstract class StudentStoreException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  StudentStoreException(String message) {
    super(message);
  }
}
