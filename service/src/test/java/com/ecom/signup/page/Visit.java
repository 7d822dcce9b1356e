package com.ecom.signup.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.ArrayList;
import java.util.List;

/** One person with an empty browser in front of the pages. */
final class Visit implements AutoCloseable {

  private final Browser browser;
  private final PagesServer server;
  private final List<String> requests = new ArrayList<>();
  private final List<String> complaints = new ArrayList<>();
  private final List<BrowserContext> contexts = new ArrayList<>();

  Visit(Browser browser, PagesServer server) {
    this.browser = browser;
    this.server = server;
  }

  PagesServer server() {
    return server;
  }

  Page open(String path) {
    return open(path, ColorScheme.LIGHT, 1280);
  }

  Page open(String path, ColorScheme scheme, int width) {
    return open(path, new NewContextOptions().setColorScheme(scheme).setViewportSize(width, 900));
  }

  Page openWithoutScript(String path) {
    return open(path, new NewContextOptions().setJavaScriptEnabled(false));
  }

  private Page open(String path, NewContextOptions options) {
    BrowserContext context = browser.newContext(options);
    contexts.add(context);
    context.setDefaultTimeout(10_000);
    context.onRequest(request -> requests.add(request.url()));
    Page page = context.newPage();
    page.onConsoleMessage(this::note);
    page.onPageError(complaints::add);
    page.navigate(server.origin() + path);
    return page;
  }

  private void note(ConsoleMessage message) {
    if (message.type().equals("error") || message.type().equals("warning")) {
      complaints.add(message.text());
    }
  }

  /** What the page asked for came from this service, or was made by the page itself. */
  void staysHere() {
    assertThat(requests).isNotEmpty();
    assertThat(requests)
        .allMatch(url -> url.startsWith(server.origin() + "/") || url.startsWith("data:"));
  }

  /** Neither an error nor a refusal by the page's own policy. */
  void hasNoComplaints() {
    assertThat(complaints).isEmpty();
  }

  @Override
  public void close() {
    contexts.forEach(BrowserContext::close);
    server.close();
  }
}
