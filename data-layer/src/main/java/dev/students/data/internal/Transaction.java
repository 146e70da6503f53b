package dev.students.data.internal;

import java.util.List;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;

/**
 * A TransactWriteItems request and the roles of its actions. Because of its client request token,
 * retries by the SDK and by the store are applied once. The order of the actions is the order in
 * which failures take precedence: an award before the student, the student before its address.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/transaction-apis.html#transaction-apis-txwriteitems">TransactWriteItems,
 *     idempotency</a>
 */
record Transaction(TransactWriteItemsRequest request, List<Action> actions) {

  /** The maximum number of actions, according to the API reference of TransactWriteItems. */
  static final int MOST_ACTIONS = 100;

  static Transaction of(String token, List<Action> actions) {
    TransactWriteItem[] items = new TransactWriteItem[actions.size()];
    for (int i = 0; i < items.length; i++) {
      items[i] = actions.get(i).item();
    }
    return new Transaction(
        TransactWriteItemsRequest.builder().clientRequestToken(token).transactItems(items).build(),
        List.copyOf(actions));
  }

  /** Omits the request, whose values are personal data. */
  @Override
  public String toString() {
    return "Transaction" + roles();
  }

  /** The roles of the actions, in order. */
  List<ActionRole> roles() {
    return actions.stream().map(Action::role).toList();
  }
}
