package com.ecom.signup.benchmark;

/** What is asked of the service, and the one right answer. */
enum Route {
  REGISTRATION(
      "/customer-registration",
      "{\"first_name\":\"Asha\",\"last_name\":\"Patel\",\"email_id\":\"",
      "\",\"phone\":\"416-555-0123\",\"province\":\"Ontario\",\"city\":\"Toronto\","
          + "\"postalcode\":\"M5V 2T6\"}",
      "\"registration is successfull\""),
  LOOKUP("/verify-registration", "{\"email_id\":\"", "\"}", "\"User exist.You may login\"");

  private final String path;
  private final String before;
  private final String after;
  private final String answer;

  Route(String path, String before, String after, String answer) {
    this.path = path;
    this.before = before;
    this.after = after;
    this.answer = answer;
  }

  /** The body of a right answer, byte for byte. */
  String answer() {
    return answer;
  }

  /** All of a request up to what differs between addresses. */
  String head() {
    int length = (body() + Address.middle(1, Address.FIRST_SERIES)).length();
    return "POST %s HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n%s%s"
        .formatted(path, length, before, Address.BEFORE);
  }

  /** All of a request after it. */
  String tail() {
    return Address.AFTER + after;
  }

  String request(long number, int series) {
    return head() + Address.middle(number, series) + tail();
  }

  private String body() {
    return before + Address.BEFORE + Address.AFTER + after;
  }
}
