package dev.students.operations;

/**
 * How far an operation has come.
 *
 * @param items items read so far; of an import, lines
 * @param bytes bytes of the file read so far by an import; 0 for operations that read a table
 * @param readUnits read units consumed so far, as DynamoDB reported them; 0 where it reports none
 */
public record Progress(long items, long bytes, double readUnits) {}
