package com.ecom.signup.merge;

import com.ecom.signup.consent.Consents;
import com.ecom.signup.consent.Origin;
import com.ecom.signup.consent.Standing;
import com.ecom.signup.consent.Standing.State;
import com.ecom.signup.customer.Profile;
import com.ecom.signup.customer.Profiles;
import com.ecom.signup.customer.Standings;
import com.ecom.signup.event.Events;
import com.ecom.signup.registration.Updates;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Merges a customer into another, and undoes it. The merged row stays as it is and points at the
 * survivor, so that undoing restores it exactly; each ledger stays with its own id. What the merged
 * one had withdrawn, the survivor has withdrawn too: that stays when the merge is undone, since
 * nobody knows whether the person would have withdrawn meanwhile.
 */
@Singleton
public final class Merges {
  private static final Duration UNDONE_WITHIN = Duration.ofDays(30);
  private static final Origin ORIGIN = new Origin(Origin.Channel.API, "/v1/merges");

  private final Updates updates;
  private final Clock clock;

  Merges(Updates updates, Clock clock) {
    this.updates = updates;
    this.clock = clock;
  }

  /** Merges one customer into another as part of a transaction. */
  public Outcome merge(Connection connection, UUID survivor, UUID duplicate) throws SQLException {
    boolean inOrder = survivor.compareTo(duplicate) < 0;
    Optional<Profile> first = Profiles.hold(connection, inOrder ? survivor : duplicate);
    Optional<Profile> second = Profiles.hold(connection, inOrder ? duplicate : survivor);
    if (first.isEmpty() || second.isEmpty()) {
      return new Outcome.Unknown();
    }
    if (survivor.equals(duplicate) || !isActive(first.get()) || !isActive(second.get())) {
      return new Outcome.NotTwoActive();
    }
    Standings.supersede(connection, duplicate, survivor);
    List<String> withdrawn = withdraw(connection, survivor, duplicate);
    Merge merge = MergeTable.add(connection, survivor, duplicate, withdrawn);
    announce(connection, merge, Merged.TYPE);
    if (!withdrawn.isEmpty()) {
      updates.announce(connection, survivor);
    }
    return new Outcome.Done(merge);
  }

  private static boolean isActive(Profile profile) {
    return profile.standing() == Profile.Standing.ACTIVE;
  }

  /** The stricter of both counts. */
  private List<String> withdraw(Connection connection, UUID survivor, UUID duplicate)
      throws SQLException {
    List<String> withdrawn = new ArrayList<>();
    for (Standing standing : Consents.standings(connection, duplicate, clock.instant())) {
      if (standing.state() == State.WITHDRAWN
          && Consents.withdraw(connection, survivor, standing.purpose(), ORIGIN)) {
        withdrawn.add(standing.purpose());
      }
    }
    return withdrawn;
  }

  /** Undoes a merge as part of a transaction, within 30 days. */
  public Outcome undo(Connection connection, UUID id) throws SQLException {
    Optional<Merge> held = MergeTable.hold(connection, id);
    if (held.isEmpty()) {
      return new Outcome.Unknown();
    }
    UUID merged = held.get().merged();
    if (!isOpen(held.get()) || !pointsAt(connection, merged, held.get().survivor())) {
      return new Outcome.Closed();
    }
    if (!Standings.activate(connection, merged, null)) {
      return new Outcome.AddressTaken();
    }
    Merge undone = MergeTable.undo(connection, id);
    announce(connection, undone, MergeUndone.TYPE);
    return new Outcome.Done(undone);
  }

  private boolean isOpen(Merge merge) {
    return merge.undoneAt() == null
        && merge.mergedAt().isAfter(clock.instant().minus(UNDONE_WITHIN));
  }

  private static boolean pointsAt(Connection connection, UUID merged, UUID survivor)
      throws SQLException {
    return Profiles.hold(connection, merged)
        .filter(profile -> survivor.equals(profile.supersededBy()))
        .isPresent();
  }

  private static void announce(Connection connection, Merge merge, String type)
      throws SQLException {
    UUID survivor = merge.survivor();
    List<UUID> others =
        MergeTable.inForce(connection, List.of(survivor)).getOrDefault(survivor, List.of());
    Events.append(connection, survivor, type, MergedBodies.body(survivor, merge.merged(), others));
  }
}
