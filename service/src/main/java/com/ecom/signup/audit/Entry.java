package com.ecom.signup.audit;

import com.ecom.signup.token.Hashes;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One entry of the trail.
 *
 * @param sequence from one, without gaps
 * @param at to the microsecond
 * @param subject whom or what it was about
 * @param details names and values by turns, in the order of the names
 * @param previousHash of the entry before; {@link #NONE} for the first
 */
public record Entry(
    long sequence,
    Instant at,
    Actor actor,
    String action,
    @Nullable UUID subject,
    @Nullable String reason,
    List<String> details,
    String previousHash) {
  /** In the place of the hash before the first. */
  public static final String NONE = "0".repeat(64);

  /**
   * The hash that binds it to all before: SHA-256, as 64 hexadecimal digits, over its fields in the
   * order of this record, each as a netstring ({@code length:bytes,} in UTF-8, D. J. Bernstein,
   * 1997) and what is not there as {@code -}, so that no two entries have one form.
   */
  public String hash() {
    StringBuilder form = new StringBuilder();
    add(form, String.valueOf(sequence));
    add(form, at.toString());
    add(form, actor.subject());
    add(form, actor.kind());
    add(form, actor.address());
    add(form, actor.requestId());
    add(form, action);
    add(form, subject == null ? null : subject.toString());
    add(form, reason);
    add(form, String.valueOf(details.size()));
    details.forEach(part -> add(form, part));
    add(form, previousHash);
    return HexFormat.of().formatHex(Hashes.sha256(form.toString()));
  }

  private static void add(StringBuilder form, @Nullable String field) {
    if (field == null) {
      form.append('-');
    } else {
      int length = field.getBytes(StandardCharsets.UTF_8).length;
      form.append(length).append(':').append(field).append(',');
    }
  }
}
