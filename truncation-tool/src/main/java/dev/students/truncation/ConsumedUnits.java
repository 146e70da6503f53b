package dev.students.truncation;

/**
 * The request units consumed by requests, as DynamoDB reported them. The units of lost responses
 * are not included.
 *
 * @param read read request units
 * @param write write request units, including those of the indexes
 */
public record ConsumedUnits(double read, double write) {}
