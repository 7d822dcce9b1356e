package com.ecom.signup.transfer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Takes the rows of a file to where they go, a chunk at a time: a few chunks ahead are read by two
 * threads while one is being stored. What was read before the file ended too early is stored.
 */
final class Pipeline {
  private static final int ROWS = 2000;
  private static final int AHEAD = 3;

  private final Pieces pieces;
  private final RowReader reader;
  private boolean ended;
  private @Nullable RuntimeException failure;

  Pipeline(Pieces pieces, RowReader reader) {
    this.pieces = pieces;
    this.reader = reader;
  }

  private record Read(CompletableFuture<List<Row>> rows, Pieces.Reached reached) {}

  /**
   * Goes through to the end.
   *
   * @param fresh whether this is the beginning, where names that are not known refuse the file
   * @param progress gets what became of each chunk
   * @throws UncheckedIOException if the file cannot be read further
   */
  <E extends Exception> Counts into(
      Destination<E> destination, boolean fresh, Consumer<Counts> progress) throws E {
    Counts all = Counts.NONE;
    ArrayDeque<Read> ahead = new ArrayDeque<>();
    try (ExecutorService readers =
        Executors.newFixedThreadPool(2, Thread.ofPlatform().daemon().name("rows-", 0).factory())) {
      boolean first = fresh;
      for (Read next = advance(ahead, readers); next != null; next = advance(ahead, readers)) {
        List<Row> rows = next.rows().join();
        if (first) {
          refuseUnknownNames(rows);
          first = false;
        }
        Counts counts = destination.put(rows, next.reached());
        progress.accept(counts);
        all = all.plus(counts);
      }
    }
    if (failure != null) {
      throw failure;
    }
    return all;
  }

  private @Nullable Read advance(ArrayDeque<Read> ahead, ExecutorService readers) {
    while (ahead.size() < AHEAD && !ended) {
      List<Piece> chunk = next();
      if (!chunk.isEmpty()) {
        ahead.add(
            new Read(
                CompletableFuture.supplyAsync(
                    () -> chunk.stream().map(reader::read).toList(), readers),
                pieces.reached()));
      }
    }
    return ahead.poll();
  }

  private List<Piece> next() {
    try {
      List<Piece> chunk = pieces.next(ROWS);
      ended = chunk.isEmpty();
      return chunk;
    } catch (IOException e) {
      failure = new UncheckedIOException(e);
    } catch (FileRefusedException e) {
      failure = e;
    }
    ended = true;
    return List.of();
  }

  private static void refuseUnknownNames(List<Row> rows) {
    List<FileRefusedException.Mark> marks = new ArrayList<>();
    for (Row row : rows) {
      for (Fault fault : row.faults()) {
        for (Flaw flaw : List.of(Flaw.COLUMN_UNKNOWN, Flaw.COLUMN_SECRET)) {
          var mark = new FileRefusedException.Mark(flaw, fault.field());
          if (fault.rule().equals(flaw.code()) && !marks.contains(mark)) {
            marks.add(mark);
          }
        }
      }
    }
    if (!marks.isEmpty()) {
      throw new FileRefusedException(marks);
    }
  }
}
