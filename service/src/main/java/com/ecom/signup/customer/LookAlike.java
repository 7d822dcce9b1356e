package com.ecom.signup.customer;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * An address as far as it tells people apart: without the tag after a plus, and at Google's mail
 * without dots, which do not count there.
 *
 * @param local the part before the @, without its tag
 * @param domain one name for both of Google's
 */
public record LookAlike(String local, String domain) {
  private static final String GOOGLE = "gmail.com";
  private static final Set<String> GOOGLES = Set.of(GOOGLE, "googlemail.com");

  /** Of a canonical key. */
  public static LookAlike of(String emailKey) {
    int at = emailKey.lastIndexOf('@');
    String local = emailKey.substring(0, at).replaceFirst("(?<=.)\\+.*", "");
    String domain = emailKey.substring(at + 1);
    return GOOGLES.contains(domain) ? new LookAlike(local, GOOGLE) : new LookAlike(local, domain);
  }

  /** Whether mail to both reaches one mailbox, by what is known of the domain. */
  public boolean sameMailbox(LookAlike other) {
    return domain.equals(other.domain) && reduced().equals(other.reduced());
  }

  /** The same local part at a domain that is written nearly the same. */
  public boolean mistypedDomain(LookAlike other) {
    return reduced().equals(other.reduced())
        && !domain.equals(other.domain)
        && isOneSlipApart(domain, other.domain);
  }

  private String reduced() {
    return domain.equals(GOOGLE) ? local.replace(".", "") : local;
  }

  /** One letter more, less or other, or two in the wrong order. */
  static boolean isOneSlipApart(String one, String other) {
    int start = 0;
    int shorter = Math.min(one.length(), other.length());
    while (start < shorter && one.charAt(start) == other.charAt(start)) {
      start++;
    }
    int end = 0;
    while (end < shorter - start
        && one.charAt(one.length() - 1 - end) == other.charAt(other.length() - 1 - end)) {
      end++;
    }
    String left = one.substring(start, one.length() - end);
    String right = other.substring(start, other.length() - end);
    return (left.length() <= 1 && right.length() <= 1)
        || (left.length() == 2 && new StringBuilder(left).reverse().toString().equals(right));
  }

  /**
   * The likeliest other spellings at Google's: without dots, and with one at each place. All that
   * dots allow would be two to the power of the length.
   */
  List<String> spellings() {
    List<String> spellings = new ArrayList<>();
    if (domain.equals(GOOGLE)) {
      String bare = local.replace(".", "");
      for (String google : GOOGLES) {
        spellings.add(bare + '@' + google);
        for (int i = 1; i < bare.length(); i++) {
          spellings.add(bare.substring(0, i) + '.' + bare.substring(i) + '@' + google);
        }
      }
    }
    return spellings;
  }

  @Override
  public String toString() {
    return "LookAlike[***]";
  }
}
