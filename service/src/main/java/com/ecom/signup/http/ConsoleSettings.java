package com.ecom.signup.http;

import com.ecom.signup.audit.Reason;
import com.ecom.signup.http.OperatorCookies.Kind;
import com.ecom.signup.template.Language;
import io.vertx.core.http.HttpServerRequest;
import java.util.Optional;

/**
 * What the browser of somebody at the console keeps for them.
 *
 * @param reason why they look at the data of others, until they say another one or an hour is over
 */
record ConsoleSettings(Language language, Optional<String> reason) {
  /** Reads them; a language that is asked for now is kept from now on. */
  static ConsoleSettings of(HttpServerRequest request, OperatorCookies cookies) {
    Optional<Language> asked = Language.of(request.getParam("lang"));
    asked.ifPresent(language -> cookies.write(request, Kind.LANGUAGE, language.code()));
    Language language =
        asked
            .or(() -> cookies.text(request, Kind.LANGUAGE).flatMap(Language::of))
            .orElseGet(() -> Language.accepted(request.getHeader("accept-language")));
    return new ConsoleSettings(language, cookies.text(request, Kind.REASON).flatMap(Reason::read));
  }
}
