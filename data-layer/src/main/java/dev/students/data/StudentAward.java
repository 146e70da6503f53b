package dev.students.data;

/**
 * An award for one student among many.
 *
 * @param studentId whose award it is
 * @param award the award
 */
public record StudentAward(StudentId studentId, XpAward award) {}
