package com.ecom.signup.aws;

import com.ecom.signup.database.DatabasePassword;
import com.ecom.signup.database.DatabaseUnavailableException;
import com.ecom.signup.environment.Environment;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * The password in Secrets Manager: read once, kept, and read anew when the database refuses it.
 *
 * <p>A rotation first changes the password in the database and only then moves the label {@code
 * AWSCURRENT} to it. In between, the current secret is refused and the pending one is accepted; so
 * when reading anew brings the refused value again, the pending one is tried.
 */
@Singleton
final class SecretOfDatabase implements DatabasePassword {
  private static final String CURRENT = "AWSCURRENT";
  private static final String PENDING = "AWSPENDING";

  private final String secret;
  private final AwsService secretsManager;
  private @Nullable String password;
  private @Nullable String refused;
  private int readings;

  SecretOfDatabase(Environment environment) {
    this.secret = environment.databaseSecret();
    this.secretsManager =
        new AwsService(Protocol.JSON, "secretsmanager", "secretsmanager", environment);
  }

  @Override
  public synchronized String current() {
    String known = password;
    if (known == null) {
      known = read();
      password = known;
      readings++;
    }
    return known;
  }

  @Override
  public synchronized int readings() {
    return readings;
  }

  /** Several connections may be refused at once, with the same password. */
  @Override
  public synchronized void refused(int atReading) {
    if (atReading == readings) {
      refused = password;
      password = null;
    }
  }

  private String read() {
    try {
      String current = read(CURRENT);
      return current.equals(refused) ? pending().orElse(current) : current;
    } catch (SdkException e) {
      throw new DatabaseUnavailableException("secret " + secret + ": " + ErrorCode.of(e), e);
    }
  }

  private Optional<String> pending() {
    try {
      return Optional.of(read(PENDING));
    } catch (SdkException e) {
      if (ErrorCode.of(e).equals("ResourceNotFoundException")) {
        return Optional.empty(); // no rotation is under way
      }
      throw e;
    }
  }

  private String read(String stage) {
    byte[] answer = secretsManager.post(GetSecretValue.of(secret, stage));
    return SecretValue.password(GetSecretValue.answered(answer));
  }
}
