package dev.students.operations;

import java.util.List;

/**
 * What the items of one partition come to.
 *
 * @param items how many there were
 * @param findings what is broken by these items alone
 * @param claims what they say about addresses, to be judged with what others say
 */
public record PartitionVerdict(long items, List<Finding> findings, List<AddressClaim> claims) {}
