package dev.students.reliability;

/**
 * How long the attacks last: {@code short} within every build, {@code long} with the profile {@code
 * reliability}.
 */
public final class Form {

  private static final boolean LONG = "long".equals(System.getProperty("reliability.form"));
  private static final String SEED = System.getProperty("reliability.seed", "");

  private Form() {}

  /** The one number in the short form, the other in the long one. */
  public static int of(int inShort, int inLong) {
    return LONG ? inLong : inShort;
  }

  /**
   * Where random numbers begin: at one seed in every build, so that a build fails for its own
   * change alone; at another one in each run of the long form. {@code -Dreliability.seed} gives it.
   */
  public static long seed() {
    if (!SEED.isBlank()) {
      return Long.parseLong(SEED);
    }
    return LONG ? System.nanoTime() : 20_260_101;
  }
}
