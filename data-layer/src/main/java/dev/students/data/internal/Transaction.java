package dev.students.data.internal;

import java.util.List;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;

/**
 * One TransactWriteItems, and what each of its actions is for. Its client token makes the SDK's
 * retries, and ours, one write at the server. The actions stand in the order in which they are
 * judged: an award before the student, the student before its address.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/transaction-apis.html#transaction-apis-txwriteitems">TransactWriteItems,
 *     idempotency</a>
 */
record Transaction(TransactWriteItemsRequest request, List<Action> actions) {

  /** How many actions it can have, by the reference of TransactWriteItems. */
  static final int MOST_ACTIONS = 100;

  static Transaction of(String token, List<Action> actions) {
    return new Transaction(
        TransactWriteItemsRequest.builder()
            .clientRequestToken(token)
            .transactItems(actions.stream().map(Action::item).toList())
            .build(),
        List.copyOf(actions));
  }

  /** Without the request: its values are personal data. */
  @Override
  public String toString() {
    return "Transaction" + roles();
  }

  /** What each action is for, in order. */
  List<ActionRole> roles() {
    return actions.stream().map(Action::role).toList();
  }
}
