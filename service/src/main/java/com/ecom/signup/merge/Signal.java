package com.ecom.signup.merge;

import com.ecom.signup.customer.CustomerForm;
import com.ecom.signup.customer.EmailAddress;
import com.ecom.signup.customer.LookAlike;
import com.ecom.signup.customer.Profile;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/** What speaks for two customers being one person, with its weight in hundredths. */
public enum Signal {
  /** Mail to both addresses reaches one mailbox: tags after a plus, and dots at Google's. */
  SAME_MAILBOX(90),
  /** The same before the @, and a domain that is written nearly the same. */
  MISTYPED_DOMAIN(60),
  SAME_PHONE(50),
  SAME_NAME_AND_POSTAL_CODE(50);

  private final int weight;

  Signal(int weight) {
    this.weight = weight;
  }

  /** As it is written. */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** All that two customers give. */
  static List<Signal> between(Profile one, Profile other) {
    return Arrays.stream(values()).filter(signal -> signal.isGiven(one, other)).toList();
  }

  private boolean isGiven(Profile one, Profile other) {
    return switch (this) {
      case SAME_MAILBOX -> addresses(one, other, LookAlike::sameMailbox);
      case MISTYPED_DOMAIN -> addresses(one, other, LookAlike::mistypedDomain);
      case SAME_PHONE -> equal(one.phone(), other.phone());
      case SAME_NAME_AND_POSTAL_CODE ->
          equal(name(one), name(other))
              && equal(plain(one.form().postalcode()), plain(other.form().postalcode()));
    };
  }

  /** How likely they are one, from 0 to 100: as if each signal were wrong by chance alone. */
  static int score(List<Signal> signals) {
    double wrong = 1;
    for (Signal signal : signals) {
      wrong *= 1 - signal.weight / 100.0;
    }
    return (int) Math.round(100 * (1 - wrong));
  }

  private static boolean addresses(
      Profile one, Profile other, BiPredicate<LookAlike, LookAlike> test) {
    Optional<LookAlike> first = EmailAddress.keyOf(one.form().emailId()).map(LookAlike::of);
    Optional<LookAlike> second = EmailAddress.keyOf(other.form().emailId()).map(LookAlike::of);
    return first.isPresent() && second.isPresent() && test.test(first.get(), second.get());
  }

  private static boolean equal(@Nullable String one, @Nullable String other) {
    return one != null && !one.isEmpty() && one.equals(other);
  }

  private static String name(Profile profile) {
    CustomerForm form = profile.form();
    return plain(form.firstName()) + " " + plain(form.lastName());
  }

  /** Without case, accents, space and punctuation. */
  private static String plain(@Nullable String text) {
    return text == null
        ? ""
        : Normalizer.normalize(text, Normalizer.Form.NFKD)
            .replaceAll("[^\\p{L}\\p{N}]", "")
            .toLowerCase(Locale.ROOT);
  }
}
