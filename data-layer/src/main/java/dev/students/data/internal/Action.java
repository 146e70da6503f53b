package dev.students.data.internal;

import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/**
 * One action of a transaction.
 *
 * @param address the form of the e-mail address that it reserves or frees; blank for other roles
 */
record Action(ActionRole role, String address, TransactWriteItem item) {

  Action(ActionRole role, TransactWriteItem item) {
    this(role, "", item);
  }

  /** Omits the address, which is personal data. */
  @Override
  public String toString() {
    return "Action[" + role + "]";
  }
}
