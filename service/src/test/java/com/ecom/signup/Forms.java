package com.ecom.signup;

import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Forms of the pages, sent as a browser without script sends them. */
public final class Forms {
  private static final Pattern TICKET = Pattern.compile("name=\"ticket\" value=\"([^\"]+)\"");

  private Forms() {}

  /** What somebody types into the sign-up page that every rule accepts. */
  public static Map<String, String> person(String address) {
    Map<String, String> fields = new HashMap<>();
    fields.put("first_name", "Asha");
    fields.put("last_name", "Patel");
    fields.put("email_id", address);
    fields.put("phone", "416-555-0123");
    fields.put("province", "ON");
    fields.put("city", "Toronto");
    fields.put("postalcode", "M5V 2T6");
    return fields;
  }

  /** The ticket of the sign-up page, as it is handed out now. */
  public static String ticket(ServiceProcess service) {
    String page = service.send(service.request("/").header("accept", "text/html").build()).body();
    Matcher ticket = TICKET.matcher(page);
    if (!ticket.find()) {
      throw new AssertionError("the page has no ticket:\n" + page);
    }
    return ticket.group(1);
  }

  /** Sends a form in a browser that has no cookie. */
  public static HttpResponse<String> submit(
      ServiceProcess service, String path, Map<String, String> fields) {
    return submit(service, path, "", fields);
  }

  /** Sends a form in a browser that has this cookie. */
  public static HttpResponse<String> submit(
      ServiceProcess service, String path, String cookie, Map<String, String> fields) {
    HttpRequest.Builder request =
        service
            .request(path)
            .header("content-type", "application/x-www-form-urlencoded")
            .header("accept", "text/html");
    if (!cookie.isEmpty()) {
      request.header("cookie", cookie);
    }
    String body =
        fields.entrySet().stream()
            .map(field -> field.getKey() + "=" + encoded(field.getValue()))
            .collect(Collectors.joining("&"));
    return service.send(request.POST(HttpRequest.BodyPublishers.ofString(body)).build());
  }

  /** Opens a session at the console with the operator's token; its cookie. */
  public static String session(ServiceProcess service) {
    return submit(service, "/console/login", Map.of("password", Stage.OPERATOR_TOKEN))
        .headers()
        .allValues("set-cookie")
        .stream()
        .filter(cookie -> !cookie.contains("Max-Age=0"))
        .map(cookie -> cookie.substring(0, cookie.indexOf(';')))
        .findFirst()
        .orElseThrow();
  }

  private static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }
}
