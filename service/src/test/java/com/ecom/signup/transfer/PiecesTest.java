package com.ecom.signup.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Where rows begin and end, and where another goes on. */
final class PiecesTest {
  @Test
  void endsNoRowBetweenQuotationMarks() throws IOException {
    assertThat(texts("a,\"b\nc\"\r\n\"d\"\"\n\",e\n5\" nail,f\n"))
        .containsExactly("a,\"b\nc\"", "\"d\"\"\n\",e", "5\" nail,f");
  }

  @Test
  void countsLinesAndPassesOverEmptyOnes() throws IOException {
    List<Piece> pieces = pieces(bytes("a\r\n\r\n\"b\nc\"\nd"), Format.CSV).next(9);

    assertThat(pieces).extracting(Piece::line).containsExactly(1L, 3L, 5L);
  }

  @Test
  void passesOverByteOrderMark() throws IOException {
    assertThat(texts("\uFEFFa,b\n")).containsExactly("a,b");
  }

  @Test
  void knowsWhatIsNoUtf8() throws IOException {
    byte[] bytes = {'a', '\n', (byte) 0xC3, '\n', (byte) 0xEF, (byte) 0xBF, (byte) 0xBD, '\n'};

    assertThat(pieces(new ByteArrayInputStream(bytes), Format.NDJSON).next(9))
        .extracting(Piece::readable)
        .containsExactly(true, false, true);
  }

  @Test
  void goesOnWhereAnotherEnded() throws IOException {
    Pieces first = pieces(bytes("h\n1\n2\n3\n4\n"), Format.CSV);
    first.next(3);
    Pieces second = pieces(bytes("h\n1\n2\n3\n4\n"), Format.CSV);
    second.next(1);

    assertThat(second.skipTo(first.reached())).isTrue();
    assertThat(second.next(9)).extracting(Piece::text).containsExactly("3", "4");
    assertThat(pieces(bytes("h\n1\n9\n3\n"), Format.CSV).skipTo(first.reached())).isFalse();
    assertThat(pieces(bytes("h\n1"), Format.CSV).skipTo(first.reached())).isFalse();
  }

  @Test
  void endsWhereRowHasNoEnd() throws IOException {
    Pieces open = pieces(bytes("a\n\"b\nc\n"), Format.CSV);
    assertThat(open.next(1)).hasSize(1);
    assertThatThrownBy(() -> open.next(9)).hasMessageContaining("QUOTE_OPEN");

    Pieces endless =
        pieces(
            new InputStream() {
              @Override
              public int read() {
                return 'x';
              }
            },
            Format.CSV);
    assertThatThrownBy(() -> endless.next(1)).hasMessageContaining("RECORD_TOO_LONG");
  }

  private static List<String> texts(String text) throws IOException {
    return pieces(bytes(text), Format.CSV).next(9).stream().map(Piece::text).toList();
  }

  private static Pieces pieces(InputStream bytes, Format format) throws IOException {
    return new Pieces(bytes, format);
  }

  private static InputStream bytes(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }
}
