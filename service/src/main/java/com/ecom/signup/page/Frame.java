package com.ecom.signup.page;

import com.ecom.signup.template.Language;
import io.vertx.core.http.HttpServerRequest;
import java.util.Objects;

/**
 * What is around every page.
 *
 * @param switchUrl where the same is in the other language
 */
public record Frame(Language language, String switchUrl) {
  /** In the language of the query's {@code lang}, or else the one that the browser asks for. */
  public static Frame of(HttpServerRequest request) {
    Language language =
        Language.of(request.getParam("lang"))
            .orElseGet(() -> Language.accepted(request.getHeader("accept-language")));
    return of(language, Objects.requireNonNullElse(request.path(), "/"));
  }

  /**
   * In a language that is known already, as from a form.
   *
   * @param path of a page that can be asked for by {@code GET}
   */
  public static Frame of(Language language, String path) {
    return new Frame(language, path + "?lang=" + language.other().code());
  }
}
