package dev.students.infra.internal;

import java.util.List;
import java.util.Map;
import software.amazon.awscdk.services.iam.AnyPrincipal;
import software.amazon.awscdk.services.iam.Effect;
import software.amazon.awscdk.services.iam.PolicyDocument;
import software.amazon.awscdk.services.iam.PolicyStatement;

/**
 * A resource policy that denies what no policy of a role can allow again: deleting the table by
 * anybody, writing by anybody but the named roles, and writing outside transactions by those too.
 *
 * <p>Its resource is {@code *}, which within a resource policy is the table: its ARN is not known
 * before it exists.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/access-control-resource-based.html">Resource-based
 *     policies for DynamoDB</a>
 */
final class TableGuard {

  private static final List<String> WRITES =
      List.of(
          "dynamodb:BatchWriteItem",
          "dynamodb:DeleteItem",
          "dynamodb:PartiQLDelete",
          "dynamodb:PartiQLInsert",
          "dynamodb:PartiQLUpdate",
          "dynamodb:PutItem",
          "dynamodb:UpdateItem");

  private TableGuard() {}

  static PolicyDocument policy(List<String> writers) {
    PolicyStatement others = deny("DenyOtherWriters", WRITES);
    others.addCondition("ArnNotEquals", Map.of("aws:PrincipalArn", writers));
    PolicyStatement bare = deny("DenyWritesOutsideTransactions", WRITES);
    bare.addCondition("Null", Map.of("dynamodb:EnclosingOperation", "true"));
    return PolicyDocument.Builder.create()
        .statements(List.of(deny("DenyDeletion", List.of("dynamodb:DeleteTable")), others, bare))
        .build();
  }

  private static PolicyStatement deny(String sid, List<String> actions) {
    return PolicyStatement.Builder.create()
        .sid(sid)
        .effect(Effect.DENY)
        .principals(List.of(new AnyPrincipal()))
        .actions(actions)
        .resources(List.of("*"))
        .build();
  }
}
