package com.ecom.signup.template;

import io.quarkus.qute.Engine;
import io.quarkus.qute.HtmlEscaper;
import io.quarkus.qute.ReflectionValueResolver;
import io.quarkus.qute.TemplateLocator.TemplateLocation;
import io.quarkus.qute.Variant;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * Renders templates of the folder {@code templates}. In those whose name ends in {@code .html},
 * every value is escaped, so that what people type never becomes markup; a value that is not there
 * is an error, not an empty place.
 */
public final class Templates {
  private Templates() {}

  /**
   * Fills a template.
   *
   * @param model the template finds it as {@code it}, and the texts as {@code t}
   */
  public static String render(String name, Language language, Object model) {
    return Lazy.ENGINE
        .getTemplate(name)
        .data("it", model)
        .data("t", Texts.in(language))
        .setLocale(language.locale())
        .render();
  }

  /** Made by the first page or mail, not by the start. */
  private static final class Lazy {
    static final Engine ENGINE =
        Engine.builder()
            .addDefaults()
            .addValueResolver(new TextResolver())
            .addValueResolver(new ReflectionValueResolver())
            .addResultMapper(new HtmlEscaper(List.of(Variant.TEXT_HTML)))
            .addLocator(Templates::locate)
            .strictRendering(true)
            .removeStandaloneLines(true)
            .build();
  }

  private static Optional<TemplateLocation> locate(String name) {
    InputStream stream = Templates.class.getResourceAsStream("/templates/" + name);
    return stream == null ? Optional.empty() : Optional.of(new Location(stream, name));
  }

  private record Location(InputStream stream, String name) implements TemplateLocation {
    @Override
    public Reader read() {
      return new InputStreamReader(stream, StandardCharsets.UTF_8);
    }

    @Override
    public Optional<Variant> getVariant() {
      String type = name.endsWith(".html") ? Variant.TEXT_HTML : Variant.TEXT_PLAIN;
      return Optional.of(Variant.forContentType(type));
    }
  }
}
