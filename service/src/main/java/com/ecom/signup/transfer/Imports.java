package com.ecom.signup.transfer;

import com.ecom.signup.database.Database;
import com.ecom.signup.database.DatabaseUnavailableException;
import com.ecom.signup.event.Relay;
import com.ecom.signup.registration.Newcomers;
import com.ecom.signup.transfer.ImportTable.Stored;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Takes files of customers in: streamed, in chunks that are each one commit with the place in the
 * file that they reach. So whoever sends the same file again, wherever it ended before, goes on
 * behind the last commit; the bytes before it have to be the same. One file at a time, by one
 * connection, so that who registers meanwhile hardly notices.
 */
@Singleton
public final class Imports {
  private static final int SHOWN = 100;
  private static final int PAGE = 500;

  private final Database database;
  private final Newcomers newcomers;
  private final Clock clock;
  private final Relay relay;

  Imports(Database database, Newcomers newcomers, Clock clock, Relay relay) {
    this.database = database;
    this.newcomers = newcomers;
    this.clock = clock;
    this.relay = relay;
  }

  /** Told how an import goes on. */
  public interface Watch {
    /** Whom nothing has to be told. */
    Watch NOBODY = new Watch() {};

    /** It has begun, or goes on, in this transaction. */
    default void begun(Connection connection, Import running) throws SQLException {}

    /** It is over, or interrupted, in this transaction. */
    default void ended(Connection connection, Import over) throws SQLException {}

    /** Rows were done. */
    default void done(Counts counts) {}

    /** A row would be refused, in a rehearsal; as it is written, after the header if it has one. */
    default void wouldRefuse(String header, String row) {}
  }

  /** The newest, a hundred at most. */
  public List<Import> newest() {
    return database.with(ImportTable::newest);
  }

  /** The one with this id. */
  public Optional<Import> find(UUID id) {
    return database.with(connection -> ImportTable.find(connection, id)).map(Stored::known);
  }

  /**
   * Keeps one from going on; what is committed stays.
   *
   * @return false if there is none, or it is over
   */
  public boolean cancel(Connection connection, UUID id) throws SQLException {
    return ImportTable.cancel(connection, id);
  }

  /** Writes the refused rows of an import, in the format of its file. */
  public void refused(UUID id, Consumer<String> out) {
    String header =
        database
            .with(connection -> ImportTable.find(connection, id))
            .map(Stored::header)
            .orElse("");
    if (!header.isEmpty()) {
      out.accept(header + Csv.LINE_END);
    }
    String end = header.isEmpty() ? "\n" : Csv.LINE_END;
    List<RefusalTable.Refused> page;
    long after = 0;
    do {
      long from = after;
      page = database.with(connection -> RefusalTable.after(connection, id, from, PAGE));
      StringBuilder text = new StringBuilder();
      page.forEach(row -> text.append(row.row()).append(end));
      out.accept(text.toString());
      after = page.isEmpty() ? after : page.getLast().line();
    } while (page.size() == PAGE);
  }

  /**
   * Finds out what would become of a file, and writes nothing.
   *
   * @throws FileRefusedException if the file is of no use
   * @throws UncheckedIOException if it ends too early
   */
  public Outcome rehearse(ImportOrder order, InputStream bytes, Watch watch) {
    Pieces pieces = pieces(order, bytes);
    RowReader reader = reader(order, pieces);
    List<Outcome.RefusedRow> refused = new ArrayList<>();
    Consumer<Row> refuse =
        row -> {
          watch.wouldRefuse(reader.refusedHeader(), row.written());
          if (refused.size() < SHOWN) {
            refused.add(new Outcome.RefusedRow(row.line(), row.faults()));
          }
        };
    Counts counts =
        database.with(
            connection -> {
              Rehearsal rehearsal = new Rehearsal(connection, refuse);
              rehearsal.begin();
              try {
                return new Pipeline(pieces, reader).into(rehearsal, true, watch::done);
              } finally {
                rehearsal.end();
              }
            });
    return new Outcome.Rehearsed(counts, refused);
  }

  /**
   * Takes a file in, or goes on with it.
   *
   * @throws FileRefusedException if the file is of no use, from some place on; what comes before
   *     that is taken
   * @throws UncheckedIOException if it ends too early; it may be sent again
   * @throws DatabaseUnavailableException if the database is away for too long; it may be sent again
   */
  public Outcome run(ImportOrder order, InputStream bytes, Watch watch) {
    Pieces pieces = pieces(order, bytes);
    RowReader reader = reader(order, pieces);
    Turn turn =
        database.inTransaction(
            connection -> {
              Turn next = turn(connection, order, reader);
              if (next instanceof Turn.Ours(Stored running)) {
                watch.begun(connection, running.known());
              }
              return next;
            });
    return switch (turn) {
      case Turn.Settled(Outcome outcome) -> outcome;
      case Turn.Ours(Stored running) -> {
        try (Heartbeat _ = new Heartbeat(database, running, () -> close(bytes))) {
          yield goOn(order, running, new Pipeline(pieces, reader), pieces, watch);
        }
      }
    };
  }

  private static Pieces pieces(ImportOrder order, InputStream bytes) {
    try {
      return new Pieces(order.packed() ? Inflated.of(bytes) : bytes, order.format());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private RowReader reader(ImportOrder order, Pieces pieces) {
    try {
      return RowReader.of(
          order.format(), pieces, order.ignored(), new Arrivals(newcomers, clock, order.events()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whose turn it is. */
  private sealed interface Turn {
    record Ours(Stored running) implements Turn {}

    record Settled(Outcome outcome) implements Turn {}
  }

  private static Turn turn(Connection connection, ImportOrder order, RowReader reader)
      throws SQLException {
    boolean free = ImportTable.isFree(connection);
    Optional<Stored> before = ImportTable.ofKey(connection, order.keyHash());
    if (before.isPresent() && before.get().known().isOver()) {
      Import over = before.get().known();
      return new Turn.Settled(
          over.status() == Import.Status.FINISHED
              ? new Outcome.Finished(over)
              : new Outcome.Cancelled());
    }
    if (!free) {
      return new Turn.Settled(new Outcome.UnderWay());
    }
    return new Turn.Ours(
        before.isPresent()
            ? ImportTable.goOn(connection, before.get().id())
            : ImportTable.add(connection, order, reader.refusedHeader()));
  }

  private Outcome goOn(
      ImportOrder order, Stored running, Pipeline pipeline, Pieces pieces, Watch watch) {
    try {
      if (running.reached() != null && !pieces.skipTo(running.reached())) {
        end(running, Import.Status.INTERRUPTED, null, watch);
        return new Outcome.Differs();
      }
      Counts unused =
          pipeline.into(
              new Store(database, running),
              running.reached() == null,
              counts -> {
                watch.done(counts);
                if (order.events()) {
                  relay.wake();
                }
              });
      return end(running, Import.Status.FINISHED, null, watch);
    } catch (FileRefusedException e) {
      var mark = e.marks().getFirst();
      end(running, Import.Status.FAILED, mark.flaw().code() + ": " + mark.place(), watch);
      throw e;
    } catch (TakenAwayException e) {
      return taken(running);
    } catch (IOException | UncheckedIOException | DatabaseUnavailableException e) {
      if (end(running, Import.Status.INTERRUPTED, null, watch)
          instanceof Outcome.Cancelled cancelled) {
        return cancelled;
      }
      throw e instanceof IOException io ? new UncheckedIOException(io) : (RuntimeException) e;
    }
  }

  private Outcome end(Stored running, Import.Status status, @Nullable String failure, Watch watch) {
    Optional<Import> over =
        database.inTransaction(
            connection -> {
              if (!ImportTable.end(connection, running, status, failure)) {
                return Optional.empty();
              }
              Import ended = ImportTable.find(connection, running.id()).orElseThrow().known();
              watch.ended(connection, ended);
              return Optional.of(ended);
            });
    return over.isPresent() ? new Outcome.Finished(over.get()) : taken(running);
  }

  private Outcome taken(Stored running) {
    return find(running.id()).filter(known -> known.status() == Import.Status.CANCELLED).isPresent()
        ? new Outcome.Cancelled()
        : new Outcome.UnderWay();
  }

  private static void close(InputStream bytes) {
    try {
      bytes.close();
    } catch (IOException e) {
      // whoever reads it hears of that too
    }
  }
}
