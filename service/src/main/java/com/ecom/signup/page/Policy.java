package com.ecom.signup.page;

/**
 * What a page may load and do, as a {@code Content-Security-Policy} (CSP Level 3): the tightest
 * under which it works in Chromium. Whatever script should find its way into a page, it can neither
 * run nor send anything elsewhere.
 */
public enum Policy {

  /** Ours throughout, and no markup is ever made of text: Trusted Types refuse it. */
  OURS(
      "style-src 'self'; img-src 'self'; form-action 'self';"
          + " require-trusted-types-for 'script'; trusted-types 'none'"),

  /**
   * Parts of pages arrive as markup, which htmx has to parse: one policy may let it, that of {@code
   * console.js}, and by that nothing becomes a script.
   */
  CONSOLE(
      "style-src 'self'; img-src 'self'; form-action 'self';"
          + " require-trusted-types-for 'script'; trusted-types default"),

  /** Draws its arrows from {@code data:} addresses. */
  SWAGGER_UI("style-src 'self'; img-src 'self' data:; form-action 'none'"),

  /**
   * Writes style elements: one with the rules of its scroll bar, and empty ones that it fills by
   * script; their hashes are here. Its search would need a worker from a {@code blob:}, and stays
   * off.
   */
  REDOC(
      "style-src 'self' 'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='"
          + " 'sha256-QMIg+bpjm3JdElJ388KYke01izlUW0UoNOeKjpMxdgc='; img-src 'self' data:;"
          + " form-action 'none'"),

  /** A picture or a script that somebody opens as a page of its own. */
  ASSET("form-action 'none'");

  private final String header;

  Policy(String more) {
    header =
        "default-src 'none'; script-src 'self'; connect-src 'self'; base-uri 'none';"
            + " frame-ancestors 'none'; "
            + more;
  }

  String header() {
    return header;
  }
}
