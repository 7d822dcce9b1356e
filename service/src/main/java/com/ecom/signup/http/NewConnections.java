package com.ecom.signup.http;

import com.ecom.signup.admission.Admission;
import com.ecom.signup.admission.AdmissionLimits;
import com.ecom.signup.admission.Refusals;
import io.netty.bootstrap.ChannelInitializerExtension;
import io.netty.channel.ServerChannel;
import java.time.Duration;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.Config;
import org.jspecify.annotations.Nullable;

/** Puts the admission of connections before Netty, which calls this for each port it opens. */
public final class NewConnections extends ChannelInitializerExtension {
  private static final int ENTERING = 64;
  private static final int FEW = 256;
  private static final int MOST = 2048;

  private static volatile @Nullable Supplier<Admission> admission;

  /**
   * Said before the first port is opened.
   *
   * @param patience how long those outside may wait
   */
  static void admit(Config config, Duration patience, Refusals refusals) {
    int port = config.getValue("quarkus.http.port", Integer.class);
    AdmissionLimits limits =
        new AdmissionLimits(
            ENTERING,
            FEW,
            MOST,
            patience,
            patience.plus(patience),
            config.getValue("quarkus.http.idle-timeout", Duration.class),
            config.getValue("quarkus.http.limits.max-connections", Integer.class));
    admission = () -> new Admission(port, refusals, limits);
  }

  @Override
  public void postInitializeServerListenerChannel(ServerChannel channel) {
    Supplier<Admission> one = admission;
    if (one != null) {
      channel.pipeline().addFirst(one.get());
    }
  }
}
