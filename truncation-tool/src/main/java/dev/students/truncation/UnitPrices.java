package dev.students.truncation;

import java.math.BigDecimal;

/**
 * The prices of request units, for the estimate of a dry run.
 *
 * @param perMillionReadUnits the price of a million read units, in {@code currency}
 * @param perMillionWriteUnits the price of a million write units, in {@code currency}
 * @param currency the currency, for example {@code USD}
 * @param source the source and the date of the prices
 * @see <a href="https://aws.amazon.com/dynamodb/pricing/on-demand/">Amazon DynamoDB pricing for
 *     on-demand capacity</a>
 */
public record UnitPrices(
    BigDecimal perMillionReadUnits,
    BigDecimal perMillionWriteUnits,
    String currency,
    String source) {

  /**
   * The prices of the standard table class, on demand, in us-east-1, without free tier or
   * discounts. Other Regions cost up to about twice as much.
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

  /** Returns the price of the given units. */
  public BigDecimal of(double readUnits, double writeUnits) {
    return perMillionReadUnits
        .multiply(BigDecimal.valueOf(readUnits))
        .add(perMillionWriteUnits.multiply(BigDecimal.valueOf(writeUnits)))
        .movePointLeft(6);
  }
}
