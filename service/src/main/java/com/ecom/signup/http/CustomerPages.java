package com.ecom.signup.http;

import com.ecom.signup.access.Permission;
import com.ecom.signup.audit.Entries;
import com.ecom.signup.audit.Filter;
import com.ecom.signup.audit.StoredEntry;
import com.ecom.signup.customer.Profile;
import com.ecom.signup.customer.Profile.Standing;
import com.ecom.signup.database.Database;
import com.ecom.signup.erasure.Disclosures;
import com.ecom.signup.erasure.PersonalData.Kept;
import com.ecom.signup.erasure.Receipt;
import com.ecom.signup.http.PageAnswers.Answer;
import com.ecom.signup.merge.Duplicates.Pair;
import com.ecom.signup.problem.Problem;
import io.vertx.core.http.HttpMethod;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** All that is known of one customer, and the ways to what can be done about it. */
@Singleton
final class CustomerPages implements RouteSource {
  private static final int ENTRIES = 20;

  private final Console console;
  private final Database database;
  private final DirectoryActs directory;
  private final MergeActs merges;
  private final ErasureActs erasures;
  private final Disclosures disclosures;

  CustomerPages(
      Console console,
      Database database,
      DirectoryActs directory,
      MergeActs merges,
      ErasureActs erasures,
      Disclosures disclosures) {
    this.console = console;
    this.database = database;
    this.directory = directory;
    this.merges = merges;
    this.erasures = erasures;
    this.disclosures = disclosures;
  }

  /** Where one of them is. */
  static String path(UUID id) {
    return ConsolePlace.CUSTOMERS.path() + "/" + id;
  }

  @Override
  public void declare(RouteTable table) {
    table.on(
        HttpMethod.GET,
        ConsolePlace.CUSTOMERS.path() + "/{id}",
        new ConsoleRoute(console, Permission.CUSTOMERS_READ, ConsoleReasons.required(this::show)));
  }

  private Answer show(ConsoleCall call) {
    UUID id = call.id("id", Problem.CUSTOMER_UNKNOWN);
    Optional<Receipt> receipt = erasures.receiptOf(id);
    if (receipt.isPresent()) {
      return new Answer.Elsewhere(ErasurePages.path(receipt.get()));
    }
    Profile profile = directory.show(call, id);
    List<Pair> duplicates =
        profile.standing() == Standing.ACTIVE ? merges.duplicates(call, id) : List.of();
    List<Kept> kept = database.with(connection -> disclosures.of(connection, id)).orElse(List.of());
    return new Answer.Page(
        200,
        new CustomerView(
            call.frame(ConsolePlace.CUSTOMERS),
            profile,
            duplicates,
            kept,
            entries(call, id),
            call.query("done")));
  }

  private List<StoredEntry> entries(ConsoleCall call, UUID id) {
    Filter about = new Filter(id, null, null, null, null);
    return call.caller().may(Permission.AUDIT_READ)
        ? database.with(connection -> Entries.newest(connection, about, Long.MAX_VALUE, ENTRIES))
        : List.of();
  }
}
