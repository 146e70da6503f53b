package dev.students.docs.internal.model;

import java.util.List;

/**
 * What is kept of the newest outcome only.
 *
 * @param deciding the attempt whose verdict counts
 * @param earlier the attempts before it, which did not pass
 */
public record Detail(Attempt deciding, List<Attempt> earlier) {}
