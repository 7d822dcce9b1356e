package com.ecom.signup.customer;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

final class EmailAddressTest {

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      value = {
        "asha@example.com, asha@example.com",
        "ASHA@Example.COM, asha@example.com",
        "o'brien@example.com, o'brien@example.com",
        "a.b+tag@example.com, a.b+tag@example.com",
        "!#$%&'*+-/=?^_`{|}~@example.com, !#$%&'*+-/=?^_`{|}~@example.com",
        "a@b.co, a@b.co",
        "a@1.2.3.4c, a@1.2.3.4c",
        "a@r3---sn-x.example.com, a@r3---sn-x.example.com",
        "zoë@exämple.com, zoë@xn--exmple-cua.com",
        "ZOË@EXÄMPLE.COM, zoë@xn--exmple-cua.com",
        "zoë@XN--Exmple-CUA.com, zoë@xn--exmple-cua.com",
        "straße@straße.de, strasse@xn--strae-oqa.de",
        "ａｓｈａ@ｅｘａｍｐｌｅ．ｃｏｍ, asha@example.com",
        "asha@example。com, asha@example.com",
        "用户@例子.广告, 用户@xn--fsqu00a.xn--4rr70v",
        "ΑΣ@example.com, ασ@example.com",
        "ας@example.com, ασ@example.com",
        "İ@example.com, i\u0307@example.com",
      })
  void findsOneKeyForEverySpelling(String typed, String key) {
    assertThat(EmailAddress.keyOf(typed)).hasValue(key);
  }

  @Test
  void composesBeforeFolding() {
    assertThat(EmailAddress.keyOf("zoe\u0308@exa\u0308mple.com"))
        .isEqualTo(EmailAddress.keyOf("zoë@exämple.com"));
    assertThat(EmailAddress.parse(" zoe\u0308@example.com\u00A0"))
        .isEqualTo(new Parsed.Valid<>(new EmailAddress("zoë@example.com", "zoë@example.com")));
  }

  @ParameterizedTest
  @CsvSource({
    "asha@example.com, as.ha@example.com",
    "asha@example.com, asha+shop@example.com",
    "asha@example.com, аsha@example.com",
    "asha@apple.com, asha@аpple.com",
    "a@strasse.de, a@straße.de",
  })
  void tellsApartWhatMayBeTwoMailboxes(String one, String other) {
    assertThat(EmailAddress.keyOf(one)).isPresent();
    assertThat(EmailAddress.keyOf(other)).isPresent().isNotEqualTo(EmailAddress.keyOf(one));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ' ',
      quoteCharacter = '`',
      value = {
        "EMAIL_AT not-an-address",
        "EMAIL_AT asha＠example.com",
        "EMAIL_LOCAL_PART @example.com",
        "EMAIL_LOCAL_PART .a@example.com",
        "EMAIL_LOCAL_PART a.@example.com",
        "EMAIL_LOCAL_PART a..b@example.com",
        "EMAIL_LOCAL_PART `a b@example.com`",
        "EMAIL_LOCAL_PART a@b@example.com",
        "EMAIL_LOCAL_PART a,b@example.com",
        "EMAIL_LOCAL_PART a;b@example.com",
        "EMAIL_LOCAL_PART a:b@example.com",
        "EMAIL_LOCAL_PART <a@example.com",
        "EMAIL_LOCAL_PART a(c)@example.com",
        "EMAIL_LOCAL_PART a\\b@example.com",
        "EMAIL_LOCAL_PART a\"b@example.com",
        "EMAIL_QUOTED \"a\"@example.com",
        "EMAIL_QUOTED `\"a b\"@example.com`",
        "EMAIL_QUOTED \"a@b\"@example.com",
        "EMAIL_ADDRESS_LITERAL a@[192.0.2.1]",
        "EMAIL_ADDRESS_LITERAL a@[IPv6:::1]",
        "EMAIL_DOMAIN a@",
        "EMAIL_DOMAIN a@localhost",
        "EMAIL_DOMAIN a@.example.com",
        "EMAIL_DOMAIN a@example.com.",
        "EMAIL_DOMAIN a@example..com",
        "EMAIL_DOMAIN a@-example.com",
        "EMAIL_DOMAIN a@example-.com",
        "EMAIL_DOMAIN a@exam_ple.com",
        "EMAIL_DOMAIN `a@exam ple.com`",
        "EMAIL_DOMAIN a@192.0.2.1",
        "EMAIL_DOMAIN a@example.123",
        "EMAIL_DOMAIN a@example.１２３",
        "EMAIL_DOMAIN a@xn--.com",
        "EMAIL_DOMAIN a@xn--a.com",
        "EMAIL_DOMAIN a@xn--0.com",
        "EMAIL_DOMAIN a@exam，ple.com",
        "EMAIL_DOMAIN a@exam／ple.com",
        "EMAIL_DOMAIN a@aא.com",
        "EMAIL_DOMAIN a@example.com＞",
      })
  void refusesWhatIsNoAddress(Rule rule, String typed) {
    assertThat(EmailAddress.parse(typed)).isEqualTo(new Parsed.Broken<>(rule));
    assertThat(EmailAddress.keyOf(typed)).isEmpty();
    assertThat(rule.type()).isEqualTo("value_error.email");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a＠b@example.com",
        "a，b@example.com",
        "a；b@example.com",
        "＂a＂@example.com",
        "a\u00A0b@example.com",
        "a\u3000b@example.com",
        "a\u1680b@example.com",
        "a\u037Eb@example.com",
        "\u200B@example.com",
        "a.\u200B.b@example.com",
        "a․.b@example.com",
        "a\u00AD.@example.com",
        "⑴a@example.com",
      })
  void refusesWhatFoldsIntoAnotherAddress(String typed) {
    assertThat(EmailAddress.parse(typed)).isInstanceOf(Parsed.Broken.class);
  }

  @Test
  void limitsLocalPartTo64Octets() {
    assertThat(EmailAddress.keyOf("x".repeat(64) + "@example.com")).isPresent();
    assertThat(parse("x".repeat(65) + "@example.com")).isEqualTo(Rule.EMAIL_LOCAL_PART_TOO_LONG);
    assertThat(EmailAddress.keyOf("é".repeat(32) + "@example.com")).isPresent();
    assertThat(parse("é".repeat(33) + "@example.com")).isEqualTo(Rule.EMAIL_LOCAL_PART_TOO_LONG);
    assertThat(EmailAddress.keyOf("😀".repeat(16) + "@example.com")).isPresent();
    assertThat(parse("😀".repeat(17) + "@example.com")).isEqualTo(Rule.EMAIL_LOCAL_PART_TOO_LONG);
  }

  @Test
  void limitsFoldedLocalPartToo() {
    assertThat(EmailAddress.keyOf("ŉ".repeat(21) + "@example.com")).isPresent();
    assertThat(parse("ŉ".repeat(22) + "@example.com")).isEqualTo(Rule.EMAIL_LOCAL_PART_TOO_LONG);
    assertThat(EmailAddress.keyOf("ß".repeat(32) + "@example.com")).isPresent();
  }

  @Test
  void limitsLabelTo63Octets() {
    assertThat(EmailAddress.keyOf("a@" + "x".repeat(63) + ".com")).isPresent();
    assertThat(parse("a@" + "x".repeat(64) + ".com")).isEqualTo(Rule.EMAIL_DOMAIN);
    assertThat(parse("a@" + "ü".repeat(64) + ".com")).isEqualTo(Rule.EMAIL_DOMAIN);
  }

  @Test
  void limitsTheWholeTo254Octets() {
    String domain = ("x".repeat(61) + ".").repeat(3) + "com";
    String longest = "x".repeat(64) + "@" + domain;
    assertThat(longest).hasSize(254);
    assertThat(EmailAddress.keyOf(longest)).isPresent();
    assertThat(parse(longest + "m")).isEqualTo(Rule.TOO_LONG);
    assertThat(parse("x".repeat(10_000))).isEqualTo(Rule.TOO_LONG);
    assertThat(parse("a@" + "ü.".repeat(80) + "com")).isEqualTo(Rule.EMAIL_DOMAIN);
  }

  @Test
  void limitsTheKeyTo254OctetsToo() {
    String grows = "@" + "ü.".repeat(24) + "com";
    assertThat(EmailAddress.keyOf("x".repeat(58) + grows).orElseThrow()).hasSize(254);
    assertThat(parse("x".repeat(59) + grows)).isEqualTo(Rule.TOO_LONG);
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", " ", "\u00A0"})
  void findsNoKeyForNothing(@Nullable String typed) {
    assertThat(EmailAddress.keyOf(typed)).isEmpty();
  }

  @Test
  void findsTheKeyOfAKeyToBeTheKey() {
    int addresses = 0;
    for (String address : generated(200_000)) {
      if (EmailAddress.parse(address) instanceof Parsed.Valid<EmailAddress>(var email)) {
        addresses++;
        assertThat(EmailAddress.keyOf(email.key())).hasValue(email.key());
        assertThat(EmailAddress.keyOf(email.address())).hasValue(email.key());
        assertThat(Normalizer.isNormalized(email.address(), Normalizer.Form.NFC)).isTrue();
        assertThat(email.key().getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(254);
        assertThat(email.key().chars().filter(c -> c == '@')).hasSize(1);
      }
    }
    assertThat(addresses).isGreaterThan(5_000);
  }

  @Test
  void findsOneKeyHoweverLettersAreComposedOrCapitalised() {
    for (String address : generated(100_000)) {
      EmailAddress.keyOf(address)
          .ifPresent(
              key -> {
                String decomposed = Normalizer.normalize(address, Normalizer.Form.NFD);
                assertThat(EmailAddress.keyOf(decomposed)).hasValue(key);
                assertThat(EmailAddress.keyOf(asciiUpper(address))).hasValue(key);
              });
    }
  }

  private static String asciiUpper(String text) {
    var upper = new StringBuilder(text);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      upper.setCharAt(i, c >= 'a' && c <= 'z' ? (char) (c - 32) : c);
    }
    return upper.toString();
  }

  /** Half of them odd before the @ only, half behind it too. */
  private static List<String> generated(int many) {
    var odd =
        List.of(
            "a", "B", ".", "-", "é", "e\u0301", "ß", "İ", "Σ", "ς", "Ａ", "．", "。", "ﬁ", "xn--",
            "\u200D", "\u00AD", "1", "中", "א", "\u0345", "\u0323", "\u0300", "𝒜", "𐐀");
    var addresses = new ArrayList<String>();
    for (String text : GeneratedText.of(many, odd)) {
      int half = text.offsetByCodePoints(0, text.codePointCount(0, text.length()) / 2);
      addresses.add(
          addresses.size() % 2 == 0
              ? text + "@example.com"
              : text.substring(0, half) + "@" + text.substring(half) + ".com");
    }
    return addresses;
  }

  private static @Nullable Rule parse(String typed) {
    return EmailAddress.parse(typed) instanceof Parsed.Broken<EmailAddress>(var rule) ? rule : null;
  }
}
