package dev.students.operations;

import dev.students.operations.internal.AddressRules;
import dev.students.operations.internal.PartitionFacts;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The rules of a check as plain functions, for a program that reads a table in a way of its own,
 * such as a job on many machines. It groups items by partition key and what they say about
 * addresses by address, each group by itself; all findings together are what {@link TableCheck}
 * reports of the same snapshot.
 *
 * <p>Nothing is sent and nothing is kept.
 */
public final class CheckRules {

  private CheckRules() {}

  /**
   * Judges all items of one partition, in any order. Items are read one by one; what is held does
   * not grow with their number, but for findings.
   */
  public static PartitionVerdict partition(Iterator<Map<String, AttributeValue>> items) {
    PartitionFacts facts = new PartitionFacts();
    long count = 0;
    while (items.hasNext()) {
      facts.add(items.next());
      count++;
    }
    return new PartitionVerdict(count, facts.judge(), facts.claims());
  }

  /** Evaluates all claims on one address. */
  public static List<Finding> address(List<AddressClaim> claims) {
    return AddressRules.judge(claims);
  }
}
