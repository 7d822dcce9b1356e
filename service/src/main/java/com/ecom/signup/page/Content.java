package com.ecom.signup.page;

import io.vertx.core.buffer.Buffer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.zip.GZIPOutputStream;

/** The same bytes in the two codings that clients ask for. */
record Content(Representation plain, Representation gzip) {

  /**
   * One of them, with its strong validator (RFC 9110, 8.8.1): each coding needs its own, because
   * the bytes differ.
   */
  record Representation(Buffer bytes, String etag) {}

  static Content of(byte[] bytes) {
    String hash = hash(bytes);
    return new Content(
        new Representation(Buffer.buffer(bytes), '"' + hash + '"'),
        new Representation(Buffer.buffer(compress(bytes)), '"' + hash + "-gzip\""));
  }

  private static String hash(byte[] bytes) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
      return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  private static byte[] compress(byte[] bytes) {
    var compressed = new ByteArrayOutputStream(bytes.length / 3);
    try (var gzip = new GZIPOutputStream(compressed)) {
      gzip.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot happen in memory", e);
    }
    return compressed.toByteArray();
  }
}
