package dev.students.truncation;

/**
 * The request units that answered requests consumed, as DynamoDB reported them; those of lost
 * responses are missing.
 *
 * @param read read request units
 * @param write write request units, those of the indexes among them
 */
public record ConsumedUnits(double read, double write) {}
