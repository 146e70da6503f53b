package dev.students.cli.internal.command;

import dev.students.data.Student;
import dev.students.data.StudentId;
import dev.students.operations.ItemKey;
import dev.students.operations.StudentListing;
import dev.students.operations.StudentPage;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;

/**
 * Students, read page by page on demand and up to a limit, and the malformed items found on the
 * way.
 */
final class StudentPages implements Iterator<List<Student>> {

  private final StudentListing listing;
  private final List<ItemKey> unreadable = new ArrayList<>();
  private final Deque<List<Student>> readAhead = new ArrayDeque<>();
  private Optional<StudentId> next;
  private long left;
  private boolean started;

  /**
   * Creates pages of a listing.
   *
   * @param after the student before the first one
   * @param limit the maximum number of students
   */
  StudentPages(StudentListing listing, Optional<StudentId> after, long limit) {
    this.listing = listing;
    this.next = after;
    this.left = limit;
  }

  /** Reads all pages now, so that malformed items are known before the students are written. */
  void readAll() {
    while (isMoreToRead()) {
      readAhead.add(read());
    }
  }

  @Override
  public boolean hasNext() {
    return !readAhead.isEmpty() || isMoreToRead();
  }

  private boolean isMoreToRead() {
    return left > 0 && (!started || next.isPresent());
  }

  @Override
  public List<Student> next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    return readAhead.isEmpty() ? read() : readAhead.remove();
  }

  private List<Student> read() {
    started = true;
    int size = (int) Math.min(StudentListing.LARGEST_PAGE, left);
    StudentPage page =
        next.map(student -> listing.after(student, size)).orElseGet(() -> listing.first(size));
    next = page.next();
    left -= page.students().size();
    unreadable.addAll(page.unreadable());
    return page.students();
  }

  /** The student after which there are more students. */
  Optional<StudentId> more() {
    return next;
  }

  /** The malformed items of students, which are skipped. */
  List<ItemKey> unreadable() {
    return unreadable;
  }
}
