package dev.students.operations;

import java.util.List;

/**
 * The verdict on the items of one partition.
 *
 * @param items the number of items
 * @param findings the violations that these items show by themselves
 * @param claims their claims on addresses, to be compared with those of other partitions
 */
public record PartitionVerdict(long items, List<Finding> findings, List<AddressClaim> claims) {}
