package com.ecom.signup.transfer;

/** An import was cancelled, or somebody else goes on with it. */
final class TakenAwayException extends RuntimeException {
  private static final long serialVersionUID = 1;

  TakenAwayException() {
    super("the import is not ours any more");
  }
}
