package dev.students.data.internal;

import dev.students.data.XpAward;
import java.util.List;

/**
 * The range of XP for which a list of awards can be made one after the other, staying within the
 * limits after each of them.
 *
 * @param least with less XP, a deduction would go below 0
 * @param most with more XP, an award would exceed {@link XpAward#MAX_XP}
 * @param sum the sum of the awards
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

  /** How many awards, counted from the first, can be made to any student at all. */
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

  /** How many awards, counted from the first, can be made to a student with the given XP. */
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
