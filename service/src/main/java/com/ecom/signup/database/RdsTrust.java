package com.ecom.signup.database;

import java.io.IOException;
import java.io.InputStream;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.Objects;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.postgresql.ssl.WrappedFactory;

/**
 * Trusts the certificate authorities of Amazon RDS and no others. Named in the JDBC address, and
 * made by the driver for each connection that checks the server's certificate; the driver itself
 * compares the host name.
 */
public final class RdsTrust extends WrappedFactory {
  private static final String BUNDLE = "/rds-global-bundle.pem";

  /**
   * @throws GeneralSecurityException if the bundle that is shipped with us cannot be used
   * @throws IOException if it cannot be read
   */
  public RdsTrust() throws GeneralSecurityException, IOException {
    KeyStore authorities = KeyStore.getInstance(KeyStore.getDefaultType());
    authorities.load(null, null);
    try (InputStream bundle = RdsTrust.class.getResourceAsStream(BUNDLE)) {
      int number = 0;
      for (Certificate authority :
          CertificateFactory.getInstance("X.509")
              .generateCertificates(Objects.requireNonNull(bundle, BUNDLE))) {
        authorities.setCertificateEntry("rds-" + number++, authority);
      }
    }
    TrustManagerFactory trust =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(authorities);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, trust.getTrustManagers(), null);
    factory = context.getSocketFactory();
  }
}
