package dev.students.infra.internal;

import java.util.Optional;

/**
 * Limits of an on-demand table and of its index, each in units per second.
 *
 * @param maxReadUnits reads above it are throttled; if empty, the account's quota
 * @param maxWriteUnits writes above it are throttled; if empty, the account's quota
 * @param warmReadUnits reads that the table can serve at once; if empty, what it has been used for
 * @param warmWriteUnits writes that the table can serve at once
 */
public record ThroughputSettings(
    Optional<Integer> maxReadUnits,
    Optional<Integer> maxWriteUnits,
    Optional<Integer> warmReadUnits,
    Optional<Integer> warmWriteUnits) {}
