package com.ecom.signup.abuse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class LinkInNameTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "win at evil.example",
        "http://evil",
        "HTTPS://EVIL.EXAMPLE/x",
        "Anna ftp://x",
        "hxxp://evil.example",
        "www.evil",
        "Hi WWW.Evil.Com now",
        "www2.evil",
        "evil.com",
        "Evil.Com",
        "EVIL.COM",
        "Anna,evil.com",
        "Anna(evil.net)",
        "evil.com.",
        "evil.com!",
        "evil.com:8080",
        "me@evil.org",
        "sub.evil.co.uk",
        "free-money.xyz",
        "a_b.top",
        "evil..com",
        "visit evil.com.Thanks",
        "bit.ly/3abc",
        "t.me/evil",
        "t.co/x",
        "evil.motorcycles/x",
        "evil.ru",
        "Casino777.ru",
        "lottery.win",
        "prize.link",
        "secret.de?x=1",
        "evil．com",
        "evil。com",
        "evil｡com",
        "ｅｖｉｌ.ｃｏｍ",
        "evil\u2024com",
        "ev\u200Bil.co\u200Dm",
        "evil.c\u00ADom",
        "xn--80ak6aa92e.xn--p1ai",
        "пример.рф",
        "müller.com",
        "http：／／evil",
      })
  void isFound(String name) {
    assertThat(LinkInName.isIn(name)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ".",
        "...",
        "J.R. Smith",
        "J.R.R. Tolkien",
        "J.R.R.Tolkien",
        "St. John",
        "St.John",
        "St.Pierre-Roy",
        "Ste.Marie",
        "O'Brien",
        "O’Neill",
        "Dr.Who",
        "DR.WHO",
        "dr.who",
        "Dr.No",
        "Dr. No",
        "D.J. Khaled",
        "D.J.Khaled",
        "Mary-Jane",
        "Mary.Jane",
        "Jean-Luc",
        "Jean.Luc",
        "Smith Jr.",
        "Smith,Jr.",
        "Smith.Jr",
        "smith.jr",
        "smith.sr",
        "Martin Luther King, Jr.",
        "William H. Gates III",
        "Henry.VI",
        "Mr.Li",
        "Wei.Li",
        "Chun.Li",
        "wei.li",
        "Aung.Win",
        "U.Win",
        "Kapil.Dev",
        "J.Page",
        "John.Page",
        "St.Cloud",
        "A.Host",
        "James.Bond",
        "J.P.Morgan",
        "M.K.Gandhi",
        "A.P.J. Abdul Kalam",
        "Md.Ali",
        "Mohd.Rahman",
        "Ravi B.Com",
        "Ravi B.Com, M.Tech",
        "Anita M.Sc",
        "Anita M.Sc/B.Ed",
        "Lee Ph.D",
        "Lee Ph.D.",
        "Kumar S/O Raju",
        "Kumar s/o Raju",
        "Raju A/L Muthu",
        "m.ramesh/s.raju",
        "María José de la Cruz",
        "d'Angelo",
        "von der Leyen",
        "van.de.Berg",
        "de.la.Cruz",
        "Vries.De",
        "А.С.Пушкин",
        "山田.太郎",
        "Com",
        "Info Example",
        "Net",
        ".com",
        "Nguyễn Văn Ánh",
        "Wwwendy",
        "X Æ A-12",
        "Anna:/",
        "1.5",
        "علی\u200Cرضا",
      })
  void isNotSeenInNamesOfPeople(String name) {
    assertThat(LinkInName.isIn(name)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"a", ".", "a.", "a+", "a:", "www", "www.", "a-", "é", "a.b.", "://", " "})
  void isLookedForQuickly(String piece) {
    String longName = piece.repeat(100_000);

    assertTimeoutPreemptively(Duration.ofSeconds(3), () -> LinkInName.isIn(longName));
  }
}
