package com.ecom.signup.http;

import com.ecom.signup.audit.Action;
import com.ecom.signup.customer.Profile;
import com.ecom.signup.customer.Profiles;
import com.ecom.signup.database.Database;
import com.ecom.signup.event.Relay;
import com.ecom.signup.merge.DistinctPairs;
import com.ecom.signup.merge.Duplicates;
import com.ecom.signup.merge.Duplicates.Pair;
import com.ecom.signup.merge.Merge;
import com.ecom.signup.merge.Merges;
import com.ecom.signup.merge.Outcome;
import com.ecom.signup.problem.Problem;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Tells customers that are one person from those that are not, and merges those that are. */
@Singleton
final class MergeActs {
  private final Database database;
  private final Merges merges;
  private final Relay relay;

  MergeActs(Database database, Merges merges, Relay relay) {
    this.database = database;
    this.merges = merges;
    this.relay = relay;
  }

  /**
   * Who may be the same person as a customer.
   *
   * @throws Refusal if there is no such customer
   */
  List<Pair> duplicates(AuditedCall call, UUID id) {
    return database.inTransaction(
        connection -> {
          List<Pair> found = Duplicates.of(connection, known(connection, id));
          Map<String, String> count = Map.of("count", String.valueOf(found.size()));
          call.audit(connection, Action.DUPLICATES_SHOWN, id, count);
          return found;
        });
  }

  /**
   * Keeps that two customers are two people.
   *
   * @return whether that is new
   * @throws Refusal if one of them is none
   */
  boolean tellApart(AuditedCall call, UUID id, UUID other) {
    return database.inTransaction(
        connection -> {
          known(connection, id);
          known(connection, other);
          boolean added = !id.equals(other) && DistinctPairs.add(connection, id, other);
          call.audit(
              connection, Action.CUSTOMERS_TOLD_APART, id, Map.of("other", other.toString()));
          return added;
        });
  }

  private static Profile known(Connection connection, UUID id) throws SQLException {
    return Profiles.find(connection, id).orElseThrow(() -> new Refusal(Problem.CUSTOMER_UNKNOWN));
  }

  /**
   * Merges a customer into another.
   *
   * @param dry whether to take it back at once, and tell only what would happen
   * @throws Refusal if that cannot be
   */
  Merge merge(AuditedCall call, UUID survivor, UUID duplicate, boolean dry) {
    return carryOut(
        call,
        connection -> merges.merge(connection, survivor, duplicate),
        Action.CUSTOMERS_MERGED,
        Problem.CUSTOMER_UNKNOWN,
        dry);
  }

  /** Undoes a merge, as {@link #merge} makes one. */
  Merge undo(AuditedCall call, UUID id, boolean dry) {
    return carryOut(
        call,
        connection -> merges.undo(connection, id),
        Action.MERGE_UNDONE,
        Problem.MERGE_UNKNOWN,
        dry);
  }

  private Merge carryOut(
      AuditedCall call, Database.Work<Outcome> work, Action action, Problem unknown, boolean dry) {
    Database.Work<Outcome> audited =
        connection -> {
          Outcome done = work.on(connection);
          if (done instanceof Outcome.Done(Merge merge)) {
            Map<String, String> merged = Map.of("merged", merge.merged().toString());
            call.audit(connection, action, merge.survivor(), merged);
          }
          return done;
        };
    Outcome outcome = dry ? database.rehearse(work) : database.inTransaction(audited);
    relay.wake();
    return switch (outcome) {
      case Outcome.Done(Merge merge) -> merge;
      case Outcome.Unknown none -> throw new Refusal(unknown);
      case Outcome.NotTwoActive not -> throw new Refusal(Problem.CUSTOMER_NOT_ACTIVE);
      case Outcome.Closed closed -> throw new Refusal(Problem.MERGE_CLOSED);
      case Outcome.AddressTaken taken -> throw new Refusal(Problem.ADDRESS_REGISTERED);
    };
  }
}
