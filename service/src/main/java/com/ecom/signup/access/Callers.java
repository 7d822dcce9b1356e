package com.ecom.signup.access;

import com.ecom.signup.environment.Environment;
import com.ecom.signup.environment.Token;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Tells who calls by the token that they bear. */
@Singleton
public final class Callers {
  private final Optional<Token> operatorToken;
  private final ApiKeys keys;
  private final Optional<PersonTokens> people;

  Callers(Environment environment, ApiKeys keys, Staff staff) {
    this.operatorToken = environment.operatorToken();
    this.keys = keys;
    this.people = staff.tokens();
  }

  /** Whether nobody is known: there is neither a token for operators nor an OpenID provider. */
  public boolean isClosed() {
    return operatorToken.isEmpty() && people.isEmpty();
  }

  /** The one who has the token that the service was started with. */
  public Optional<Caller> operator(String bearer) {
    return operatorToken.filter(token -> token.is(bearer)).map(token -> Caller.OPERATOR_TOKEN);
  }

  /** Whether it is worth to wait for {@link #find}. */
  public boolean mayBeKnown(String bearer) {
    return !isClosed()
        && (ApiKeys.isOne(bearer) || (people.isPresent() && PersonTokens.isOne(bearer)));
  }

  /**
   * Who has this API key or access token; may wait for the database or the provider.
   *
   * @throws ProviderUnavailableException if the provider cannot be asked
   */
  public Optional<Caller> find(String bearer) {
    return ApiKeys.isOne(bearer)
        ? keys.find(bearer)
        : people.flatMap(tokens -> tokens.find(bearer));
  }
}
