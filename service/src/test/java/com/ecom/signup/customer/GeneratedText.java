package com.ecom.signup.customer;

import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** The same odd texts in every run: plain letters mixed with what breaks rules about text. */
final class GeneratedText {

  private static final long SEED = 20260101;
  private static final int LONGEST = 24;

  private static final List<String> PIECES =
      List.of(
          "a", "Z", "7", ".", "-", "+", "'", "\"", " ", "@", "é", "e\u0301", "ß", "ẞ", "İ", "ı",
          "Σ", "ς", "ﬁ", "Å", "\u212B", "\u0345", "\u0300", "\u0323", "\u1161", "\u1100", "각", "Ａ",
          "．", "。", "｡", "＠", "，", "、", "\u00AD", "\u200B", "\u200C", "\u200D", "\u00A0", "\u3000",
          "\u1680", "\u202E", "\0", "\n", "\uD800", "\uDC00", "😀", "𝒜", "㎏", "ﷺ", "Ⅷ", "а",
          "\u037E", "\u1FEF", "\u0958", "\u2126", "\u0130", "ǅ", "\uFE0F", "\uFFA0");

  private GeneratedText() {}

  static List<String> of(int many) {
    return of(many, PIECES);
  }

  static List<String> of(int many, List<String> pieces) {
    var random = new Random(SEED);
    return Stream.generate(() -> text(random, pieces)).limit(many).toList();
  }

  private static String text(Random random, List<String> pieces) {
    var text = new StringBuilder();
    for (int length = 1 + random.nextInt(LONGEST); length > 0; length--) {
      boolean anything = random.nextInt(8) == 0;
      text.append(
          anything
              ? Character.toString(random.nextInt(Character.MAX_CODE_POINT + 1))
              : pieces.get(random.nextInt(pieces.size())));
    }
    return text.toString();
  }
}
