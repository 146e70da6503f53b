package dev.students.data.internal;

import java.util.Map;

/**
 * Unicode's full case folding, as of Unicode 16.0, for text that is already in lower case.
 * Lower-casing leaves 101 letters and ligatures to be folded; in decomposed form they need the 36
 * entries of this table.
 *
 * <p>There is one deviation: Cherokee letters, which Unicode folds to upper case, stay in lower
 * case. This does not affect which addresses are considered equal.
 *
 * @see <a href="https://www.unicode.org/Public/16.0.0/ucd/CaseFolding.txt">CaseFolding.txt</a>
 * @see <a href="https://www.unicode.org/reports/tr44/#CaseFolding.txt">UAX #44, status C and F</a>
 */
final class CaseFolding {

  private static final Map<Integer, String> FOLDED =
      Map.ofEntries(
          Map.entry(0x00B5, "μ"), // micro sign
          Map.entry(0x00DF, "ss"), // latin small letter sharp s
          Map.entry(0x0149, "ʼn"), // latin small letter n preceded by apostrophe
          Map.entry(0x017F, "s"), // latin small letter long s
          Map.entry(0x0345, "ι"), // combining greek ypogegrammeni
          Map.entry(0x03C2, "σ"), // greek small letter final sigma
          Map.entry(0x03D0, "β"), // greek beta symbol
          Map.entry(0x03D1, "θ"), // greek theta symbol
          Map.entry(0x03D5, "φ"), // greek phi symbol
          Map.entry(0x03D6, "π"), // greek pi symbol
          Map.entry(0x03F0, "κ"), // greek kappa symbol
          Map.entry(0x03F1, "ρ"), // greek rho symbol
          Map.entry(0x03F5, "ε"), // greek lunate epsilon symbol
          Map.entry(0x0587, "եւ"), // armenian small ligature ech yiwn
          Map.entry(0x1C80, "в"), // cyrillic small letter rounded ve
          Map.entry(0x1C81, "д"), // cyrillic small letter long-legged de
          Map.entry(0x1C82, "о"), // cyrillic small letter narrow o
          Map.entry(0x1C83, "с"), // cyrillic small letter wide es
          Map.entry(0x1C84, "т"), // cyrillic small letter tall te
          Map.entry(0x1C85, "т"), // cyrillic small letter three-legged te
          Map.entry(0x1C86, "ъ"), // cyrillic small letter tall hard sign
          Map.entry(0x1C87, "ѣ"), // cyrillic small letter tall yat
          Map.entry(0x1C88, "ꙋ"), // cyrillic small letter unblended uk
          Map.entry(0x1E9A, "aʾ"), // latin small letter a with right half ring
          Map.entry(0xFB00, "ff"), // latin small ligature ff
          Map.entry(0xFB01, "fi"), // latin small ligature fi
          Map.entry(0xFB02, "fl"), // latin small ligature fl
          Map.entry(0xFB03, "ffi"), // latin small ligature ffi
          Map.entry(0xFB04, "ffl"), // latin small ligature ffl
          Map.entry(0xFB05, "st"), // latin small ligature long s t
          Map.entry(0xFB06, "st"), // latin small ligature st
          Map.entry(0xFB13, "մն"), // armenian small ligature men now
          Map.entry(0xFB14, "մե"), // armenian small ligature men ech
          Map.entry(0xFB15, "մի"), // armenian small ligature men ini
          Map.entry(0xFB16, "վն"), // armenian small ligature vew now
          Map.entry(0xFB17, "մխ")); // armenian small ligature men xeh

  private CaseFolding() {}

  /** Returns the folded form, in NFC. */
  static String foldLowerCase(String lowerCase) {
    if (ValueRules.isPrintableAscii(lowerCase)) {
      return lowerCase;
    }
    StringBuilder folded = new StringBuilder();
    // Decompose first; otherwise a mark after a letter with an iota subscript would attach to the
    // iota.
    ValueRules.nfd(lowerCase)
        .codePoints()
        .forEach(c -> folded.append(FOLDED.getOrDefault(c, Character.toString(c))));
    return ValueRules.nfc(folded.toString());
  }
}
