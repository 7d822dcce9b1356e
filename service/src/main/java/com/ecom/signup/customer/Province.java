package com.ecom.signup.customer;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The provinces and territories of Canada by the codes of Canada Post and ISO 3166-2, with the
 * spellings that people use and the letters their postal codes begin with.
 */
public enum Province {
  ON("Ontario", "Ontario", "KLMNP", "Ont"),
  QC("Quebec", "Québec", "GHJ", "Que, PQ, Province of Quebec"),
  NS("Nova Scotia", "Nouvelle-Écosse", "B", "N.-É."),
  NB("New Brunswick", "Nouveau-Brunswick", "E", "N.-B."),
  MB("Manitoba", "Manitoba", "R", "Man"),
  BC("British Columbia", "Colombie-Britannique", "V", "C.-B."),
  PE("Prince Edward Island", "Île-du-Prince-Édouard", "C", "PEI, Î.-P.-É."),
  SK("Saskatchewan", "Saskatchewan", "S", "Sask"),
  AB("Alberta", "Alberta", "T", "Alta, Alb"),
  NL(
      "Newfoundland and Labrador",
      "Terre-Neuve-et-Labrador",
      "A",
      "NF, Nfld, LB, Newfoundland, Labrador, Newfoundland & Labrador, T.-N.-L., T.-N.,"
          + " Terre-Neuve"),
  NT("Northwest Territories", "Territoires du Nord-Ouest", "X", "NWT, T.N.-O."),
  YT("Yukon", "Yukon", "Y", "YK, Yuk, Yn, Yukon Territory, Territoire du Yukon"),
  NU("Nunavut", "Nunavut", "X", "Nvt, Nun");

  static final String CODES =
      Arrays.stream(values()).map(Province::name).collect(Collectors.joining(", "));

  private static final Map<String, Province> BY_SPELLING = spellings();

  private final String english;
  private final String french;
  private final String postalInitials;
  private final String others;

  Province(String english, String french, String postalInitials, String others) {
    this.english = english;
    this.french = french;
    this.postalInitials = postalInitials;
    this.others = others;
  }

  public String english() {
    return english;
  }

  public String french() {
    return french;
  }

  /** Whatever the case, the accents and the punctuation; null if there is none. */
  static @Nullable Province of(String typed) {
    Province exact = BY_SPELLING.get(typed);
    return exact == null ? BY_SPELLING.get(Spelling.bare(typed)) : exact;
  }

  static Parsed<Spelled> parse(@Nullable String typed) {
    return Text.required(typed, Field.PROVINCE).then(Province::parseText);
  }

  private static Parsed<Spelled> parseText(String typed) {
    Province province = of(typed);
    return province == null
        ? new Parsed.Broken<>(Rule.PROVINCE_UNKNOWN)
        : new Parsed.Valid<>(new Spelled(province.name(), typed));
  }

  /**
   * Whether a postal code begins as this province's do. Not a proof: {@code K1A} serves federal
   * offices on both banks of the Ottawa.
   */
  boolean uses(String postalCode) {
    return postalInitials.indexOf(postalCode.charAt(0)) >= 0;
  }

  private static Map<String, Province> spellings() {
    var spellings = new HashMap<String, Province>();
    for (Province province : values()) {
      spellings.put(province.name(), province);
      spellings.put(Spelling.bare(province.english), province);
      spellings.put(Spelling.bare(province.french), province);
      for (String other : province.others.split(", ", -1)) {
        spellings.put(Spelling.bare(other), province);
      }
    }
    return Map.copyOf(spellings);
  }
}
