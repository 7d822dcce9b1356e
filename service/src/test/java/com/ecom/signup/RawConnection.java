package com.ecom.signup;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.Arrays;
import java.util.List;

/** A connection that stays open, on which bytes are sent and read as they are. */
public final class RawConnection implements Closeable {
  private static final int PATIENCE = 20_000;

  private final Socket socket = new Socket();

  public RawConnection(int port) {
    try {
      socket.setSoTimeout(PATIENCE);
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), PATIENCE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public void send(String request) {
    try {
      socket.getOutputStream().write(request.getBytes(UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The next answer, to the last byte of its body. */
  public Answer read() {
    try {
      InputStream in = socket.getInputStream();
      ByteArrayOutputStream head = new ByteArrayOutputStream();
      while (!head.toString(UTF_8).endsWith("\r\n\r\n")) {
        int next = in.read();
        if (next < 0) {
          throw new EOFException("the answer ends in its head: " + head.toString(UTF_8));
        }
        head.write(next);
      }
      List<String> lines = Arrays.asList(head.toString(UTF_8).strip().split("\r\n", -1));
      Answer bare = new Answer(lines, "");
      byte[] body = in.readNBytes(Integer.parseInt(bare.header("content-length")));
      return new Answer(lines, new String(body, UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * An answer.
   *
   * @param head its lines
   */
  public record Answer(List<String> head, String body) {
    public int status() {
      return Integer.parseInt(head.getFirst().substring(9, 12));
    }

    /**
     * The value of a header.
     *
     * @param name in lower case, as all are sent here
     */
    public String header(String name) {
      return head.stream()
          .filter(line -> line.startsWith(name + ": "))
          .map(line -> line.substring(name.length() + 2))
          .findFirst()
          .orElseThrow(() -> new AssertionError("no " + name + " in " + head));
    }
  }
}
