package com.ecom.signup.template;

import io.quarkus.qute.EvalContext;
import io.quarkus.qute.EvaluatedParams;
import io.quarkus.qute.ValueResolver;
import java.util.concurrent.CompletionStage;

/**
 * Lets templates name a text, {@code {t.signup_title}}, or fill one, {@code {t.done_lead(name)}}.
 */
final class TextResolver implements ValueResolver {
  @Override
  public boolean appliesTo(EvalContext context) {
    return context.getBase() instanceof Texts;
  }

  @Override
  public CompletionStage<Object> resolve(EvalContext context) {
    Texts texts = (Texts) context.getBase();
    EvaluatedParams values = EvaluatedParams.evaluate(context);
    int count = context.getParams().size();
    return values.stage.thenApply(ready -> texts.get(context.getName(), all(values, count)));
  }

  private static Object[] all(EvaluatedParams values, int count) {
    Object[] all = new Object[count];
    for (int i = 0; i < all.length; i++) {
      try {
        all[i] = values.getResult(i);
      } catch (Exception e) {
        throw new IllegalStateException("a value of a text is not there", e);
      }
    }
    return all;
  }
}
