package com.ecom.signup.customer;

import com.ibm.icu.util.ULocale;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A country by its code or name; the shop is Canadian, so Canada unless something else is said. */
final class Country {

  static final String CANADA = "CA";

  private Country() {}

  /** The code of ISO 3166-1 alpha-2, in upper case. */
  static Parsed<String> parse(@Nullable String typed) {
    return Text.optional(typed, Field.COUNTRY).then(Country::parseText);
  }

  private static Parsed<String> parseText(String typed) {
    if (typed.isEmpty() || typed.equals(CANADA)) {
      return new Parsed.Valid<>(CANADA);
    }
    String bare = Spelling.bare(typed);
    String code = Codes.CODES.get(bare);
    String found = code == null ? Names.NAMES.get(bare) : code;
    return found == null ? new Parsed.Broken<>(Rule.COUNTRY_UNKNOWN) : new Parsed.Valid<>(found);
  }

  /** Codes of two and three letters and what people write most: loaded by the first that asks. */
  private static final class Codes {
    static final Map<String, String> CODES = codes();

    private static Map<String, String> codes() {
      var codes = new HashMap<String, String>();
      for (String code : Locale.getISOCountries()) {
        codes.put(code, code);
        codes.put(Locale.of("", code).getISO3Country(), code);
      }
      codes.put("CANADA", CANADA);
      codes.put("UK", "GB");
      codes.put("UNITEDSTATES", "US");
      codes.put("UNITEDSTATESOFAMERICA", "US");
      codes.put("ETATSUNISDAMERIQUE", "US");
      return Map.copyOf(codes);
    }
  }

  /** English and French names by CLDR, which ICU brings in every runtime: loaded by a name. */
  private static final class Names {
    static final Map<String, String> NAMES = names();

    private static Map<String, String> names() {
      var names = new HashMap<String, String>();
      for (String code : Locale.getISOCountries()) {
        var country = new ULocale("", code);
        names.put(Spelling.bare(country.getDisplayCountry(ULocale.ENGLISH)), code);
        names.put(Spelling.bare(country.getDisplayCountry(ULocale.FRENCH)), code);
      }
      return Map.copyOf(names);
    }
  }
}
