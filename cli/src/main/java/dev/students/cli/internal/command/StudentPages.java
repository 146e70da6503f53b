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

/** Students page by page as they are asked for, up to a limit, and what was met on the way. */
final class StudentPages implements Iterator<List<Student>> {

  private final StudentListing listing;
  private final List<ItemKey> unreadable = new ArrayList<>();
  private final Deque<List<Student>> readAhead = new ArrayDeque<>();
  private Optional<StudentId> next;
  private long left;
  private boolean started;

  /**
   * The students of a listing.
   *
   * @param after the student before the first one
   * @param limit how many students there may be
   */
  StudentPages(StudentListing listing, Optional<StudentId> after, long limit) {
    this.listing = listing;
    this.next = after;
    this.left = limit;
  }

  /** Reads all of them now, so that whatever was met on the way is known before they are given. */
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

  /** After which student there are more. */
  Optional<StudentId> more() {
    return next;
  }

  /** The students' items that are not what they should be, and were left out. */
  List<ItemKey> unreadable() {
    return unreadable;
  }
}
