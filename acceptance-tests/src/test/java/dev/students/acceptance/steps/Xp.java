package dev.students.acceptance.steps;

/** Experience points. */
public record Xp(long amount) {

  static Xp of(String text) {
    return new Xp(Long.parseLong(text.replace(" XP", "").replace(",", "")));
  }

  Xp negated() {
    return new Xp(-amount);
  }

  @Override
  public String toString() {
    return amount + " XP";
  }
}
