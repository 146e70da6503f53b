package dev.students.data.internal;

import dev.students.data.XpAward;
import java.util.List;

/**
 * The XP with which a student can be given some awards one after the other, so that it is within
 * the limits after each of them.
 *
 * @param least no less, or a deduction takes more than there is
 * @param most no more, or an award exceeds {@link XpAward#MAX_XP}
 * @param sum what they give together
 */
record XpRange(long least, long most, long sum) {

  private static final XpRange ANY = new XpRange(0, XpAward.MAX_XP, 0);

  static XpRange of(List<XpAward> awards) {
    XpRange range = ANY;
    for (XpAward award : awards) {
      range = range.and(award);
    }
    return range;
  }

  /** How many of them, from the first, can be given to some student at all. */
  static int possible(List<XpAward> awards) {
    XpRange range = ANY;
    int count = 0;
    for (XpAward award : awards) {
      range = range.and(award);
      if (range.least > range.most) {
        return count;
      }
      count++;
    }
    return count;
  }

  /** How many of them, from the first, can be given to a student with that XP. */
  static int fitting(List<XpAward> awards, long xp) {
    long after = xp;
    int count = 0;
    for (XpAward award : awards) {
      after += award.amount();
      if (after < 0 || after > XpAward.MAX_XP) {
        return count;
      }
      count++;
    }
    return count;
  }

  private XpRange and(XpAward award) {
    long total = sum + award.amount();
    return new XpRange(Math.max(least, -total), Math.min(most, XpAward.MAX_XP - total), total);
  }
}
