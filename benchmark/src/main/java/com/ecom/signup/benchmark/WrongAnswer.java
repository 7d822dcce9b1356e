package com.ecom.signup.benchmark;

/** The service, or pgbench, did not do what it was asked: figures of such a run mean nothing. */
final class WrongAnswer extends RuntimeException {

  private static final long serialVersionUID = 1;

  WrongAnswer(String what) {
    super(what);
  }
}
