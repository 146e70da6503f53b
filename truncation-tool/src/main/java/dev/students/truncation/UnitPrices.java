package dev.students.truncation;

import java.math.BigDecimal;

/**
 * What request units cost, for the estimate of a dry run.
 *
 * @param perMillionReadUnits in {@code currency}
 * @param perMillionWriteUnits in {@code currency}
 * @param currency for example {@code USD}
 * @param source where the figures are from, and of when
 * @see <a href="https://aws.amazon.com/dynamodb/pricing/on-demand/">Amazon DynamoDB pricing for
 *     on-demand capacity</a>
 */
public record UnitPrices(
    BigDecimal perMillionReadUnits,
    BigDecimal perMillionWriteUnits,
    String currency,
    String source) {

  /**
   * The standard table class on demand in us-east-1, without free tier or discounts. Other Regions
   * cost up to about twice as much.
   */
  public static final UnitPrices US_EAST_1_ON_DEMAND =
      new UnitPrices(
          new BigDecimal("0.125"),
          new BigDecimal("0.625"),
          "USD",
          "us-east-1, on demand, standard table class, prices since 1 November 2024,"
              + " aws.amazon.com/dynamodb/pricing/on-demand");

  public UnitPrices {
    if (perMillionReadUnits.signum() < 0) {
      throw new InvalidTruncationException("perMillionReadUnits", "must not be negative");
    }
    if (perMillionWriteUnits.signum() < 0) {
      throw new InvalidTruncationException("perMillionWriteUnits", "must not be negative");
    }
  }

  /** The price of this many units. */
  public BigDecimal of(double readUnits, double writeUnits) {
    return perMillionReadUnits
        .multiply(BigDecimal.valueOf(readUnits))
        .add(perMillionWriteUnits.multiply(BigDecimal.valueOf(writeUnits)))
        .movePointLeft(6);
  }
}
