package com.ecom.signup.page;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives each test a {@link Visit} of its own. Without a Chromium the tests are skipped on a laptop;
 * where {@code CI} is set they fail, so that nobody merges what no browser has seen.
 */
final class InBrowser implements ExecutionCondition, ParameterResolver {

  private static final String NO_BROWSER =
      "no Chromium found: install it (apt install chromium) to test the pages";

  private static final Logger LOG = System.getLogger(InBrowser.class.getName());
  private static final Namespace HERE = Namespace.create(InBrowser.class);

  @Override
  public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
    if (Chromium.installed().isPresent() || System.getenv("CI") != null) {
      return ConditionEvaluationResult.enabled("a browser is here or has to be");
    }
    LOG.log(Level.WARNING, "{0} is skipped: {1}", context.getDisplayName(), NO_BROWSER);
    return ConditionEvaluationResult.disabled(NO_BROWSER);
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType().equals(Visit.class);
  }

  @Override
  public Visit resolveParameter(ParameterContext parameter, ExtensionContext context) {
    Chromium chromium =
        context
            .getRoot()
            .getStore(HERE)
            .computeIfAbsent(Chromium.class, key -> new Chromium(), Chromium.class);
    Visit visit = new Visit(chromium.browser(), new PagesServer());
    context.getStore(HERE).put(context.getUniqueId(), visit);
    return visit;
  }
}
