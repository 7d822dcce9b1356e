package com.ecom.signup.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.util.stream.Collectors.joining;

import com.ecom.signup.admission.Refusals;
import com.ecom.signup.admission.RequestHead;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.MultiMap;
import java.net.InetAddress;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Answers calls that are not let in, as they would be answered inside, and counts them: a client
 * cannot tell where it was turned away.
 */
final class TurnedAway implements Refusals {
  private static final String STATUS = "HTTP/1.1 503 Service Unavailable\r\n";

  private final RouteTable table;
  private final RequestIds ids;
  private final String head;
  private final Counter counter;

  TurnedAway(RouteTable table, RequestIds ids, Hardening hardening, MeterRegistry meters) {
    this.table = table;
    this.ids = ids;
    this.head = STATUS + lines(hardening);
    this.counter = Gate.turnedAway("outside", meters);
  }

  private static String lines(Hardening hardening) {
    MultiMap headers = MultiMap.caseInsensitiveMultiMap();
    hardening.add(headers);
    return headers.entries().stream()
        .map(header -> header.getKey() + ": " + header.getValue() + "\r\n")
        .collect(joining());
  }

  @Override
  public byte @Nullable [] refuse(RequestHead request, InetAddress peer, long waited) {
    RouteTable.Call call = table.call(request.target());
    if (call == null) {
      return null;
    }
    String id = ids.name(request, peer);
    counter.increment();
    call.route().turnedAway(id, waited);
    byte[] first =
        (head
                + RequestIds.HEADER
                + ": "
                + id
                + "\r\nretry-after: "
                + Answers.secondsToWait()
                + "\r\n")
            .getBytes(ISO_8859_1);
    byte[] rest = call.busy().rest(request.header("accept-language"));
    byte[] whole = Arrays.copyOf(first, first.length + rest.length);
    System.arraycopy(rest, 0, whole, first.length, rest.length);
    return whole;
  }
}
