package com.ecom.signup.http;

import com.ecom.signup.access.Permission;
import com.ecom.signup.erasure.Receipt;
import com.ecom.signup.http.PageAnswers.Answer;
import com.ecom.signup.problem.Problem;
import com.ecom.signup.template.Texts;
import io.vertx.core.http.HttpMethod;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;

/**
 * Erases a person once somebody has seen what goes, and has typed a word to show that it is meant;
 * then shows the receipt.
 */
@Singleton
final class ErasurePages implements RouteSource {
  private static final String PATH = ConsolePlace.CUSTOMERS.path() + "/{id}/erase";

  private final Console console;
  private final ErasureActs erasures;

  ErasurePages(Console console, ErasureActs erasures) {
    this.console = console;
    this.erasures = erasures;
  }

  /** Where a receipt is. */
  static String path(Receipt receipt) {
    return "/console/erasures/" + receipt.id();
  }

  @Override
  public void declare(RouteTable table) {
    on(table, HttpMethod.GET, PATH, Permission.CUSTOMERS_ERASE, call -> ask(call, 200));
    on(table, HttpMethod.POST, PATH, Permission.CUSTOMERS_ERASE, this::erase);
    on(table, HttpMethod.GET, "/console/erasures/{id}", Permission.CUSTOMERS_READ, this::receipt);
  }

  private void on(
      RouteTable table,
      HttpMethod method,
      String path,
      Permission permission,
      ConsoleRoute.Operation operation) {
    table.on(
        method, path, new ConsoleRoute(console, permission, ConsoleReasons.required(operation)));
  }

  private Answer ask(ConsoleCall call, int status) {
    UUID id = call.id("id", Problem.CUSTOMER_UNKNOWN);
    Receipt would = erasures.erase(call, id, true);
    ConsoleFrame frame = call.frame(ConsolePlace.CUSTOMERS, CustomerPages.path(id) + "/erase");
    return new Answer.Page(status, new ErasureView(frame, id, would, status != 200));
  }

  private Answer erase(ConsoleCall call) {
    String word = Texts.in(call.language()).get("console_erase_word");
    if (!word.equalsIgnoreCase(call.fields().value("word").strip())) {
      return ask(call, 422);
    }
    UUID id = call.id("id", Problem.CUSTOMER_UNKNOWN);
    return new Answer.Elsewhere(path(erasures.erase(call, id, false)));
  }

  private Answer receipt(ConsoleCall call) {
    Receipt receipt = erasures.receipt(call.id("id", Problem.ERASURE_UNKNOWN));
    return new Answer.Page(200, new ReceiptView(call.frame(ConsolePlace.CUSTOMERS), receipt));
  }

  /** How many rows of a kind. */
  public record Removed(String kind, int rows) {}

  private static List<Removed> removed(ConsoleView view, Receipt receipt) {
    return receipt.removed().entrySet().stream()
        .map(kind -> new Removed(view.word("rows_" + kind.getKey()), kind.getValue()))
        .toList();
  }

  /**
   * Asks whether to do it.
   *
   * @param would the receipt that there would be
   * @param wrong whether another word was typed
   */
  record ErasureView(ConsoleFrame around, UUID id, Receipt would, boolean wrong)
      implements ConsoleView {
    @Override
    public String template() {
      return "console-erase.html";
    }

    public String path() {
      return CustomerPages.path(id);
    }

    /** What would go. */
    public List<Removed> removed() {
      return ErasurePages.removed(this, would);
    }
  }

  /** Says that somebody was erased, and not who. */
  record ReceiptView(ConsoleFrame around, Receipt receipt) implements ConsoleView {
    @Override
    public String template() {
      return "console-receipt.html";
    }

    /** What went. */
    public List<Removed> removed() {
      return ErasurePages.removed(this, receipt);
    }

    public String at() {
      return time(receipt.at());
    }
  }
}
