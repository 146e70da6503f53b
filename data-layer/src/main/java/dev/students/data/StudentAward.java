package dev.students.data;

/**
 * An award and the student who receives it.
 *
 * @param studentId the student
 * @param award the award
 */
public record StudentAward(StudentId studentId, XpAward award) {}
