package com.ecom.signup.abuse;

import static org.assertj.core.api.Assertions.assertThat;

import com.ecom.signup.customer.EmailAddress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class DisposableDomainsTest {
  private final DisposableDomains domains = new DisposableDomains();

  @Test
  void knowThoseThatComeWithTheService() {
    assertThat(domains.isDisposable("mailinator.com")).isTrue();
    assertThat(domains.isDisposable("yopmail.fr")).isTrue();
    assertThat(domains.isDisposable("example.com")).isFalse();
    assertThat(domains.isDisposable("gmail.com")).isFalse();
  }

  @Test
  void includeThoseBelow() {
    assertThat(domains.isDisposable("a.b.mailinator.com")).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"notmailinator.com", "mailinator.com.example", "com", "", ".", "mailinator"})
  void includeNoneThatOnlyLooksLikeIt(String domain) {
    assertThat(domains.isDisposable(domain)).isFalse();
  }

  @Test
  void followOperators() {
    says(Map.of("throwaway.example", true, "mailinator.com", false));

    assertThat(domains.isDisposable("throwaway.example")).isTrue();
    assertThat(domains.isDisposable("a.throwaway.example")).isTrue();
    assertThat(domains.isDisposable("mailinator.com")).isFalse();
    assertThat(domains.isDisposable("a.mailinator.com")).isFalse();
    assertThat(domains.isDisposable("yopmail.com")).isTrue();
  }

  @Test
  void followWhatIsSaidOfTheNearestDomain() {
    says(
        Map.of(
            "good.mailinator.com", false,
            "example.com", true,
            "shop.example.com", false,
            "bad.shop.example.com", true));

    assertThat(domains.isDisposable("a.good.mailinator.com")).isFalse();
    assertThat(domains.isDisposable("bad.mailinator.com")).isTrue();
    assertThat(domains.isDisposable("a.shop.example.com")).isFalse();
    assertThat(domains.isDisposable("bad.shop.example.com")).isTrue();
    assertThat(domains.isDisposable("example.com")).isTrue();
  }

  @Test
  void forgetWhatOperatorsTookBack() {
    says(Map.of("throwaway.example", true, "mailinator.com", false));
    says(Map.of());

    assertThat(domains.isDisposable("throwaway.example")).isFalse();
    assertThat(domains.isDisposable("mailinator.com")).isTrue();
  }

  @Test
  void areCanonicalSortedAndOnceInTheFile() throws IOException {
    List<String> listed =
        Files.readAllLines(Path.of("src/main/resources/disposable-domains.txt")).stream()
            .filter(line -> !line.startsWith("#"))
            .toList();

    assertThat(listed)
        .hasSizeGreaterThan(40)
        .isSorted()
        .doesNotHaveDuplicates()
        .allSatisfy(
            domain -> assertThat(EmailAddress.keyOf("a@" + domain)).hasValue("a@" + domain));
  }

  private void says(Map<String, Boolean> said) {
    domains.follow(
        said.entrySet().stream()
            .map(entry -> new Listing(entry.getKey(), entry.getValue(), Instant.EPOCH))
            .toList());
  }
}
