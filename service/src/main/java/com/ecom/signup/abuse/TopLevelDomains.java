package com.ecom.signup.abuse;

import java.util.Set;

/** Ends of links, by how surely they are none of a name. */
final class TopLevelDomains {
  /** What nobody is called; those of RFC 2606 are among them. */
  private static final Set<String> UNMISTAKABLE =
      Set.of(
          "agency",
          "app",
          "bid",
          "biz",
          "br",
          "buzz",
          "casino",
          "cc",
          "cf",
          "click",
          "club",
          "cn",
          "com",
          "cz",
          "digital",
          "email",
          "example",
          "fr",
          "fun",
          "ga",
          "games",
          "gq",
          "help",
          "icu",
          "info",
          "invalid",
          "jp",
          "kr",
          "life",
          "live",
          "loan",
          "loans",
          "localhost",
          "media",
          "ml",
          "mobi",
          "monster",
          "net",
          "network",
          "news",
          "nl",
          "online",
          "org",
          "pl",
          "pw",
          "sbs",
          "services",
          "shop",
          "site",
          "space",
          "store",
          "support",
          "systems",
          "tech",
          "test",
          "tk",
          "today",
          "top",
          "tv",
          "uk",
          "vip",
          "website",
          "wiki",
          "world",
          "ws",
          "xyz",
          "zip",
          "zone",
          "рф");

  /** What is a name or a part of one as well: Kapil Dev, Aung Win, John Page, de, it, me. */
  private static final Set<String> AMBIGUOUS =
      Set.of(
          "ae", "ai", "at", "au", "be", "best", "bet", "bg", "bond", "by", "ca", "cam", "cfd", "ch",
          "cloud", "co", "cyou", "de", "dev", "dk", "edu", "es", "eu", "fi", "gg", "gl", "gov",
          "gr", "host", "hu", "id", "in", "ink", "io", "ir", "is", "it", "kz", "link", "lol", "ly",
          "me", "men", "mx", "no", "page", "party", "pro", "pt", "quest", "rest", "ro", "ru",
          "science", "se", "skin", "stream", "su", "to", "tr", "trade", "ua", "us", "win", "work",
          "za");

  private TopLevelDomains() {}

  static boolean isUnmistakable(String label) {
    return UNMISTAKABLE.contains(label);
  }

  static boolean isAmbiguous(String label) {
    return AMBIGUOUS.contains(label);
  }
}
