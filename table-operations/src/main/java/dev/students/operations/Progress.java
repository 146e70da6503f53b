package dev.students.operations;

/**
 * The progress of an operation.
 *
 * @param items the number of items read so far, or of lines in an import
 * @param bytes the number of bytes of the file that an import has read so far; 0 for operations
 *     that read a table
 * @param readUnits the read units consumed so far, as reported by DynamoDB; 0 if it reports none
 */
public record Progress(long items, long bytes, double readUnits) {}
