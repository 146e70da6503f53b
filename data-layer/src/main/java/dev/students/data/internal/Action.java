package dev.students.data.internal;

import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/**
 * One action of a transaction.
 *
 * @param address the form of the e-mail address that it claims or frees; blank for the others
 */
record Action(ActionRole role, String address, TransactWriteItem item) {

  Action(ActionRole role, TransactWriteItem item) {
    this(role, "", item);
  }

  /** Never the address. */
  @Override
  public String toString() {
    return "Action[" + role + "]";
  }
}
