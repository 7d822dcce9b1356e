package com.ecom.signup.customer;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber;
import org.jspecify.annotations.Nullable;

/** The numbering plans of the world, by libphonenumber. */
final class NumberingPlan {

  private static final PhoneNumberUtil PLANS = PhoneNumberUtil.getInstance();

  private NumberingPlan() {}

  /** The number in E.164, or null if the text is no number that exists. */
  static @Nullable String e164(String typed, String country) {
    if (!isNumberAlone(typed)) {
      return null;
    }
    long plain = NorthAmericanNumber.read(typed, country);
    return plain == NorthAmericanNumber.NONE ? parse(typed, country) : northAmerican(plain);
  }

  /** libphonenumber would search a number anywhere in a text and drop what surrounds it. */
  private static boolean isNumberAlone(String typed) {
    char first = typed.charAt(0);
    char last = typed.charAt(typed.length() - 1);
    return (Character.isDigit(first) || first == '+' || first == '＋' || first == '(')
        && (Character.isDigit(last) || last == '#');
  }

  private static @Nullable String northAmerican(long nationalNumber) {
    var number = new Phonenumber.PhoneNumber();
    number.setCountryCode(NorthAmericanNumber.COUNTRY_CODE).setNationalNumber(nationalNumber);
    return exists(number, Country.CANADA) ? "+1" + nationalNumber : null;
  }

  private static @Nullable String parse(String typed, String country) {
    try {
      Phonenumber.PhoneNumber number = PLANS.parse(typed, country);
      return hasOnlyDigits(typed, number) && exists(number, country)
          ? PLANS.format(number, PhoneNumberFormat.E164)
          : null;
    } catch (NumberParseException _) {
      return null;
    }
  }

  /**
   * Letters only as the mark of an extension: read as keys they would make another number of a
   * decimal such as 1.41655501E10.
   */
  private static boolean hasOnlyDigits(String typed, Phonenumber.PhoneNumber number) {
    return number.hasExtension() || typed.chars().noneMatch(Character::isLetter);
  }

  /** The likely country first: looking through all that share a code costs four times. */
  private static boolean exists(Phonenumber.PhoneNumber number, String likelyCountry) {
    return PLANS.isValidNumberForRegion(number, likelyCountry) || PLANS.isValidNumber(number);
  }
}
