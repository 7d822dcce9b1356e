package com.ecom.signup.local.aws;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * SNS, SES and Secrets Manager on this machine, by their documented wire protocols, so that the
 * real SDK talks to them; what was published and mailed is shown at {@code /local}, and in {@link
 * #publications()} and {@link #mails()}.
 */
public final class AwsStandIn implements AutoCloseable {

  static {
    // Read once by the server's own configuration class: answers leave at once instead of waiting
    // 40 ms for an acknowledgement, and a benchmark's connections are kept.
    System.setProperty("sun.net.httpserver.nodelay", "true");
    System.setProperty("sun.net.httpserver.maxIdleConnections", "1000");
  }

  private final HttpServer server;
  private final ExecutorService threads;
  private final Journal journal;
  private final Topics topics;
  private final SecretsManager secrets;
  private final Ses ses;
  private final Faults faults;

  private AwsStandIn(HttpServer server, Clock clock) {
    this.server = server;
    threads = Executors.newVirtualThreadPerTaskExecutor();
    journal = new Journal(clock);
    topics = new Topics(journal, clock);
    secrets = new SecretsManager(clock);
    ses = new Ses(journal, clock);
    faults = new Faults();
  }

  /**
   * Listens on the loopback interface.
   *
   * @param port 0 for any free one
   * @throws UncheckedIOException when the port is taken
   */
  public static AwsStandIn start(int port) {
    return start(port, URI.create("http://localhost:8001"));
  }

  /** As {@link #start(int)}; the page tells how to register somebody at the given address. */
  public static AwsStandIn start(int port, URI signUp) {
    return start(port, signUp, Clock.systemUTC());
  }

  /** As {@link #start(int)}, but listens on every interface, as is needed within a container. */
  public static AwsStandIn startForAll(int port) {
    return start(
        new InetSocketAddress(port), URI.create("http://localhost:8001"), Clock.systemUTC());
  }

  static AwsStandIn start(int port, URI signUp, Clock clock) {
    return start(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), port), signUp, clock);
  }

  private static AwsStandIn start(InetSocketAddress address, URI signUp, Clock clock) {
    try {
      HttpServer server = HttpServer.create(address, 256);
      AwsStandIn standIn = new AwsStandIn(server, clock);
      standIn.listen(signUp);
      return standIn;
    } catch (IOException e) {
      throw new UncheckedIOException("port " + address.getPort() + " can't be listened on", e);
    }
  }

  private void listen(URI signUp) {
    server.setExecutor(threads);
    server.createContext("/", new AwsHandler(new Sns(topics), secrets, ses, faults));
    LiveEvents events = new LiveEvents(journal);
    server.createContext("/local", new LocalPages(journal, events, signUp));
    server.start();
  }

  /** What {@code AWS_ENDPOINT_URL} takes. */
  public URI endpoint() {
    return URI.create("http://localhost:" + server.getAddress().getPort());
  }

  /** Creates a topic unless it exists; a name that ends with {@code .fifo} makes a FIFO topic. */
  public String createTopic(String name) {
    return topics.create(name, name.endsWith(".fifo"), false);
  }

  /**
   * Creates or rotates a secret, with the value as the current version.
   *
   * @return the id of the version
   */
  public String putSecret(String name, String value) {
    return secrets.put(name, value);
  }

  /** The latest 10,000 messages, oldest first. */
  public List<Publication> publications() {
    return journal.publications();
  }

  /** The latest 10,000 mails, oldest first. */
  public List<Mail> mails() {
    return journal.mails();
  }

  /** How many messages were ever accepted, cleared ones included. */
  public long published() {
    return journal.published();
  }

  /** Forgets the messages and the mails; topics, secrets and deduplication stay. */
  public void clear() {
    journal.clear();
  }

  /** Breaks a service until {@link #recover()}. */
  public void fail(Service service, Fault fault) {
    faults.plan(service, Long.MAX_VALUE, fault);
  }

  /** Breaks the next requests to a service; counts requests, so the SDK's own retries as well. */
  public void failNext(Service service, int requests, Fault fault) {
    faults.plan(service, requests, fault);
  }

  /** Ends every fault. */
  public void recover() {
    faults.recover();
  }

  @Override
  public void close() {
    journal.close();
    server.stop(0);
    threads.shutdownNow();
  }
}
