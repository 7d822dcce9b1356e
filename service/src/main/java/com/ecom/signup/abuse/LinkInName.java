package com.ecom.signup.abuse;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Whether a name holds something that a mail program would show as a link: a greeting by that name
 * would carry advertisements to whoever's address was given.
 *
 * <p>People write dots into their names: initials (J.R. Smith), titles (Dr.Who, St.John), degrees
 * (B.Com, M.Sc). So a dotted name is a link only by its end. One that may end a name as well
 * (Chun.Li, Kapil.Dev) counts in small letters alone, after four characters or more, or where a
 * path follows.
 */
final class LinkInName {
  private static final Pattern SCHEME = Pattern.compile("[\\p{Alnum}+.-]://");
  private static final Pattern WWW =
      Pattern.compile("(?<![\\p{L}\\p{N}])www\\d?\\.[\\p{L}\\p{N}]", Pattern.CASE_INSENSITIVE);
  private static final Pattern INVISIBLE = Pattern.compile("\\p{Cf}");
  private static final Pattern DOTTED = Pattern.compile("[\\p{L}\\p{M}\\p{N}_.-]++");
  private static final Pattern SMALL_LETTERS = Pattern.compile("[a-z]{2,}");
  private static final String PATH_BEGINS = "/?#";
  private static final int SURELY_LONGER_THAN_INITIALS = 4;

  private LinkInName() {}

  static boolean isIn(String name) {
    String text = plain(name);
    return SCHEME.matcher(text).find() || WWW.matcher(text).find() || holdsDomain(text);
  }

  /** What stands for a dot or a letter in a link (UTS #46, 4) as that, and nothing invisible. */
  private static String plain(String name) {
    String compatible = Normalizer.normalize(name, Normalizer.Form.NFKC).replace('\u3002', '.');
    return INVISIBLE.matcher(compatible).replaceAll("");
  }

  private static boolean holdsDomain(String text) {
    if (text.indexOf('.') < 0) {
      return false;
    }
    Matcher dotted = DOTTED.matcher(text);
    while (dotted.find()) {
      boolean pathFollows =
          dotted.end() < text.length() && PATH_BEGINS.indexOf(text.charAt(dotted.end())) >= 0;
      if (isDomain(dotted.group().split("\\.+"), pathFollows)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isDomain(String[] labels, boolean pathFollows) {
    for (int i = 1; i < labels.length; i++) {
      if (isDomain(labels[i - 1], labels[i], pathFollows && i == labels.length - 1)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isDomain(String label, String end, boolean pathFollows) {
    String lower = end.toLowerCase(Locale.ROOT);
    boolean inSmallLetters = SMALL_LETTERS.matcher(end).matches();
    if (lower.startsWith("xn--")) {
      return true;
    }
    if (TopLevelDomains.isUnmistakable(lower) && label.length() > 1) {
      return true;
    }
    boolean known = TopLevelDomains.isUnmistakable(end) || TopLevelDomains.isAmbiguous(end);
    if (pathFollows) {
      return inSmallLetters && label.length() >= (known ? 1 : 2);
    }
    return inSmallLetters
        && TopLevelDomains.isAmbiguous(end)
        && label.length() >= SURELY_LONGER_THAN_INITIALS;
  }
}
