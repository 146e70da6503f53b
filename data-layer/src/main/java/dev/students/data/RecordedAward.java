package dev.students.data;

import java.time.Instant;

/**
 * An award that was applied.
 *
 * @param id the award's id
 * @param amount the XP that it gave; negative for a deduction
 * @param awardedAt when it was applied, to the millisecond
 */
public record RecordedAward(AwardId id, long amount, Instant awardedAt) {}
