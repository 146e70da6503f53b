package dev.students.docs.library;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The system under test of the fixtures. A defect can be put into it. */
public final class Library {

  /** Which defect every library made from now on has. */
  public enum Defect {
    NONE,
    /** Fees grow for ever. */
    NO_CAP,
    /** Those who owe money borrow all the same. */
    NO_CHECK,
    /** Asking for the shelf fails. */
    NO_SHELF
  }

  private static volatile Defect defect = Defect.NONE;

  private final Map<String, Integer> shelf = new HashMap<>();
  private final Map<String, List<String>> lent = new HashMap<>();
  private final Map<String, BigDecimal> debts = new HashMap<>();

  /** Puts a defect into every library. */
  public static void set(Defect newDefect) {
    defect = newDefect;
  }

  void add(String title, int copies) {
    shelf.put(title, copies);
  }

  int copies(String title) {
    if (defect == Defect.NO_SHELF) {
      throw new IllegalStateException("the shelf " + title + " cannot be reached");
    }
    return shelf.getOrDefault(title, 0);
  }

  boolean knows(String title) {
    return shelf.containsKey(title);
  }

  String lend(String reader, String title) {
    if (defect != Defect.NO_CHECK && debts.getOrDefault(reader, BigDecimal.ZERO).signum() > 0) {
      return "Pay first.";
    }
    if (shelf.getOrDefault(title, 0) == 0) {
      return "\"" + title + "\" is lent.\nWe write to you when it is back.";
    }
    shelf.merge(title, -1, Integer::sum);
    lent.computeIfAbsent(reader, any -> new ArrayList<>()).add(title);
    return "";
  }

  void takeBack(String reader, int daysLate) {
    BigDecimal fee = new BigDecimal("0.20").multiply(BigDecimal.valueOf(daysLate));
    owe(reader, defect == Defect.NO_CAP ? fee : fee.min(new BigDecimal("5.00")));
  }

  void owe(String reader, BigDecimal fee) {
    debts.merge(reader, fee, BigDecimal::add);
  }

  BigDecimal debt(String reader) {
    return debts.getOrDefault(reader, new BigDecimal("0.00"));
  }

  List<String> books(String reader) {
    return List.copyOf(lent.getOrDefault(reader, List.of()));
  }
}
