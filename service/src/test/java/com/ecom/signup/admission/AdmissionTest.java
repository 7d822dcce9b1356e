package com.ecom.signup.admission;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import com.ecom.signup.Poll;
import com.ecom.signup.local.port.FreePort;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.nio.NioEventLoopGroup;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A server of Netty whose event loop stands still for as long as a test wants it to. */
final class AdmissionTest {
  private static final Duration SOON = Duration.ofSeconds(10);
  private static final int ENTERING = 2;
  private static final int FEW = 1;
  private static final String CALL = "POST /call HTTP/1.1\r\nContent-Length: 0\r\n\r\n";
  private static final String PAGE = "POST /page HTTP/1.1\r\nContent-Length: 0\r\n\r\n";
  private static final String SERVED = "in";
  private static final String REFUSED = "no";

  private final NioEventLoopGroup acceptors = new NioEventLoopGroup(1);
  private final NioEventLoopGroup loop = new NioEventLoopGroup(1);
  private final CountDownLatch still = new CountDownLatch(1);
  private final AtomicInteger refused = new AtomicInteger();
  private final List<Socket> clients = new ArrayList<>();
  private InetSocketAddress address = new InetSocketAddress(0);

  @AfterEach
  void close() throws Exception {
    still.countDown();
    for (Socket client : clients) {
      client.close();
    }
    acceptors.shutdownGracefully(0, 1, TimeUnit.SECONDS).sync();
    loop.shutdownGracefully(0, 1, TimeUnit.SECONDS).sync();
  }

  @Test
  void letsEveryoneInWhileTheLoopKeepsUp() throws Exception {
    open(limits(Duration.ofSeconds(30)));
    for (int i = 0; i < 20; i++) {
      Socket client = connect();

      assertThat(ask(client, CALL)).isEqualTo(SERVED);
      assertThat(ask(client, CALL)).isEqualTo(SERVED);
    }
  }

  @Test
  void turnsAwayWhoFindsTooManyThatHaveWaitedTooLong() throws Exception {
    open(limits(Duration.ofSeconds(30)));
    List<Socket> waiting = fill();
    Socket late = connect();

    assertThat(ask(late, CALL)).isEqualTo(REFUSED);
    assertThat(ask(late, CALL)).isEqualTo(REFUSED);

    still.countDown();
    for (Socket one : waiting) {
      assertThat(read(one)).isEqualTo(SERVED);
    }
    assertThat(ask(late, CALL)).isEqualTo(SERVED);
    assertThat(refused).hasValue(2);
  }

  @Test
  void turnsNobodyAwayBeforeTheFirstHasWaited() throws Exception {
    open(new AdmissionLimits(ENTERING, FEW, 8, SOON, SOON, SOON, 100));
    List<Socket> waiting = fill();
    waiting.add(connect());
    send(waiting.getLast(), CALL);
    assertThat(isSilent(waiting.getLast())).isTrue();

    still.countDown();
    for (Socket one : waiting) {
      assertThat(read(one)).isEqualTo(SERVED);
    }
  }

  @Test
  void turnsAwayWhoFindsTheMostThatMayWait() throws Exception {
    open(new AdmissionLimits(ENTERING, FEW, FEW + 1, SOON, SOON, SOON, 100));
    fill();

    assertThat(ask(connect(), CALL)).isEqualTo(REFUSED);
  }

  @Test
  void turnsAwayThoseTooThatWaitedBeforeThereWereTooMany() throws Exception {
    open(new AdmissionLimits(ENTERING, FEW, 8, SOON, Duration.ofMillis(200), SOON, 100));
    List<Socket> waiting = fill();

    assertThat(read(waiting.get(ENTERING))).isEqualTo(REFUSED);
    assertThat(isSilent(waiting.get(ENTERING + 1))).isTrue();
  }

  @Test
  void letsInInItsTurnWhatCannotBeTurnedAway() throws Exception {
    open(limits(Duration.ofSeconds(30)));
    fill();
    Socket page = connect();
    Socket half = connect();
    send(page, PAGE);
    send(half, CALL.substring(0, 9));
    assertThat(isSilent(page)).isTrue();

    still.countDown();
    assertThat(read(page)).isEqualTo(SERVED);
    assertThat(read(half)).isEqualTo(SERVED);
    assertThat(ask(connect(), CALL)).isEqualTo(SERVED);
  }

  @Test
  void closesWhoSaysNothing() throws Exception {
    open(limits(Duration.ofMillis(100)));
    fill();

    assertThat(connect().getInputStream().read()).isEqualTo(-1);
  }

  @Test
  void closesWhoFindsTooManyThatSayNothing() throws Exception {
    open(new AdmissionLimits(ENTERING, FEW, 8, SOON, SOON, SOON, 4));
    fill();
    Socket silent = connect();
    for (int i = 0; i < 3; i++) {
      connect();
    }

    assertThat(connect().getInputStream().read()).isEqualTo(-1);
    assertThat(isSilent(silent)).isTrue();
  }

  @Test
  void hasRoomAgainWhenSomebodyHasGone() throws Exception {
    open(new AdmissionLimits(ENTERING, FEW, 8, Duration.ofNanos(1), SOON, SOON, 40));
    fill();
    for (int i = 0; i < 100; i++) {
      try (Socket client = connect()) {
        assertThat(ask(client, CALL)).isEqualTo(REFUSED);
      }
    }
  }

  @Test
  void endsWithItsPort() throws Exception {
    Channel open = open(limits(Duration.ofSeconds(30)));
    fill();
    Socket outside = connect();
    assertThat(ask(outside, CALL)).isEqualTo(REFUSED);
    open.close().sync();

    assertThat(outside.getInputStream().read()).isEqualTo(-1);
    Poll.until("no thread accepts", SOON, () -> !isAccepting());
    still.countDown();
  }

  @Test
  void leavesOtherPortsToNetty() throws Exception {
    open(0, limits(Duration.ofSeconds(30)));

    assertThat(ask(connect(), CALL)).isEqualTo(SERVED);
    assertThat(isAccepting()).isFalse();
  }

  private static AdmissionLimits limits(Duration silence) {
    return new AdmissionLimits(ENTERING, FEW, 8, Duration.ofNanos(1), SOON, silence, 100);
  }

  private Channel open(AdmissionLimits limits) throws Exception {
    return open(FreePort.find(), limits);
  }

  private Channel open(int port, AdmissionLimits limits) throws Exception {
    Channel opened =
        new ServerBootstrap()
            .group(acceptors, loop)
            .channel(NioServerSocketChannel.class)
            .handler(new Admission(port, this::refuse, limits))
            .childHandler(
                new ChannelInitializer<>() {
                  @Override
                  protected void initChannel(Channel channel) {
                    channel.pipeline().addLast(new Serving());
                  }
                })
            .bind(InetAddress.getLoopbackAddress(), port)
            .sync()
            .channel();
    address = (InetSocketAddress) opened.localAddress();
    return opened;
  }

  private byte @Nullable [] refuse(RequestHead head, InetAddress peer, long waited) {
    assertThat(peer.isLoopbackAddress()).isTrue();
    assertThat(waited).isNotNegative();
    if (!head.target().equals("POST /call")) {
      return null;
    }
    refused.incrementAndGet();
    return REFUSED.getBytes(ISO_8859_1);
  }

  /** Stops the loop, and connects as many as enter and may wait, one after the other. */
  private List<Socket> fill() throws Exception {
    CountDownLatch stands = new CountDownLatch(1);
    loop.execute(
        () -> {
          stands.countDown();
          await(still);
        });
    await(stands);
    List<Socket> all = new ArrayList<>();
    for (int i = 0; i < ENTERING + FEW + 1; i++) {
      Socket client = connect();
      send(client, CALL);
      all.add(client);
      // A moment for each, so that they come in this order.
      assertThat(isSilent(client)).isTrue();
    }
    return all;
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(1, TimeUnit.MINUTES)).isTrue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private Socket connect() throws IOException {
    Socket client = new Socket(address.getAddress(), address.getPort());
    client.setSoTimeout((int) SOON.toMillis());
    clients.add(client);
    return client;
  }

  private static void send(Socket client, String request) throws IOException {
    client.getOutputStream().write(request.getBytes(ISO_8859_1));
  }

  private static String read(Socket client) throws IOException {
    return new String(client.getInputStream().readNBytes(SERVED.length()), ISO_8859_1);
  }

  private static String ask(Socket client, String request) throws IOException {
    send(client, request);
    return read(client);
  }

  private static boolean isSilent(Socket client) throws IOException {
    client.setSoTimeout(50);
    try {
      return client.getInputStream().read() == Integer.MIN_VALUE;
    } catch (SocketTimeoutException e) {
      return true;
    } finally {
      client.setSoTimeout((int) SOON.toMillis());
    }
  }

  private static boolean isAccepting() {
    return Thread.getAllStackTraces().keySet().stream()
        .anyMatch(thread -> thread.getName().equals("acceptor"));
  }

  /** Answers all that comes, once for each read. */
  private static final class Serving extends ChannelInboundHandlerAdapter {
    @Override
    public void channelRead(ChannelHandlerContext context, Object bytes) {
      ((ByteBuf) bytes).release();
      var unused = context.writeAndFlush(Unpooled.copiedBuffer(SERVED, ISO_8859_1));
    }
  }
}
