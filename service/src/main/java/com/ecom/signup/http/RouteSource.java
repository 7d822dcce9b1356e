package com.ecom.signup.http;

/** Declares routes that belong together. */
interface RouteSource {
  void declare(RouteTable table);
}
