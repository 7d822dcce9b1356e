package com.ecom.signup.local.aws;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.UnsupportedEncodingException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Makes a mail of a request, or says what is wrong with it; what SES would do and this doesn't is
 * refused, lest somebody believe that it was done.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/ses/latest/APIReference-V2/API_MessageHeader.html">headers</a>
 */
final class SendEmail {

  private static final int MOST_RECIPIENTS = 50;
  private static final int MOST_HEADERS = 15;
  private static final Pattern HEADER_NAME = Pattern.compile("[!-9;-~]{1,126}");
  private static final Pattern HEADER_VALUE = Pattern.compile("[ -~]{1,870}");
  private static final Pattern TAG = Pattern.compile("[A-Za-z0-9_-]{1,256}");

  /** ASCII, because SES has no SMTPUTF8; a display name comes in the encoding of RFC 2047. */
  private static final Pattern ADDRESS =
      Pattern.compile("[!-~&&[^@<>,]]{1,64}@[A-Za-z0-9.-]{1,255}");

  private static final Pattern NAMED_ADDRESS = Pattern.compile("[ -~&&[^<>]]*<([^<>]*)>");

  private final JsonNode request;

  private SendEmail(JsonNode request) {
    this.request = request;
  }

  static Mail read(JsonNode request, String id, Instant at) {
    SendEmail email = new SendEmail(request);
    email.refuseUnsupported();
    return email.mail(id, at);
  }

  private void refuseUnsupported() {
    only(
        "",
        "FromEmailAddress",
        "Destination",
        "Content",
        "ReplyToAddresses",
        "EmailTags",
        "ConfigurationSetName");
    only("/Destination", "ToAddresses");
    only("/Content", "Simple");
    only("/Content/Simple", "Subject", "Body", "Headers");
    only("/Content/Simple/Body", "Text", "Html");
  }

  private void only(String pointer, String... names) {
    Set<String> supported = Set.of(names);
    request
        .at(pointer)
        .fieldNames()
        .forEachRemaining(
            name ->
                check(supported.contains(name), pointer + "/" + name + " is not supported here"));
  }

  private Mail mail(String id, Instant at) {
    String from = address(text("/FromEmailAddress"));
    List<String> to = addresses("/Destination/ToAddresses");
    check(!to.isEmpty(), "/Destination/ToAddresses must have a value");
    check(to.size() <= MOST_RECIPIENTS, "Recipient count exceeds " + MOST_RECIPIENTS);
    String text = content("/Content/Simple/Body/Text");
    String html = content("/Content/Simple/Body/Html");
    check(text != null || html != null, "/Content/Simple/Body must have a part");
    return new Mail(id, at, from, to, subject(), text, html, headers());
  }

  private String subject() {
    String subject = content("/Content/Simple/Subject");
    if (subject == null) {
      throw refused("/Content/Simple/Subject must have a value");
    }
    check(subject.chars().noneMatch(Character::isISOControl), "Control character in the subject");
    return subject;
  }

  private List<String> addresses(String pointer) {
    List<String> addresses = new ArrayList<>();
    request.at(pointer).forEach(value -> addresses.add(address(value.asText())));
    return List.copyOf(addresses);
  }

  private static String address(String text) {
    Matcher named = NAMED_ADDRESS.matcher(text);
    String bare = named.matches() ? named.group(1) : text;
    check(ADDRESS.matcher(bare).matches(), "Illegal address");
    return text;
  }

  /**
   * A part as it arrives: in the charset that was given, and otherwise in ASCII, where SES leaves a
   * question mark of anything else.
   */
  private @Nullable String content(String pointer) {
    if (request.at(pointer).isMissingNode()) {
      return null;
    }
    String data = text(pointer + "/Data");
    String charset = request.at(pointer + "/Charset").asText(US_ASCII.name());
    try {
      return new String(data.getBytes(charset), charset);
    } catch (UnsupportedEncodingException | UnsupportedOperationException e) {
      throw refused(pointer + "/Charset must be one that can be encoded");
    }
  }

  private Map<String, String> headers() {
    Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    JsonNode given = request.at("/Content/Simple/Headers");
    check(given.size() <= MOST_HEADERS, "More than " + MOST_HEADERS + " headers");
    for (JsonNode header : given) {
      put(headers, header.path("Name").asText(), header.path("Value").asText());
    }
    List<String> replies = addresses("/ReplyToAddresses");
    if (!replies.isEmpty()) {
      put(headers, "Reply-To", String.join(", ", replies));
    }
    if (request.has("EmailTags")) {
      put(headers, "X-SES-MESSAGE-TAGS", tags());
    }
    if (request.has("ConfigurationSetName")) {
      put(headers, "X-SES-CONFIGURATION-SET", text("/ConfigurationSetName"));
    }
    return Collections.unmodifiableMap(headers);
  }

  private static void put(Map<String, String> headers, String name, String value) {
    check(HEADER_NAME.matcher(name).matches(), "Illegal name of a header");
    check(HEADER_VALUE.matcher(value).matches(), "Illegal value of the header " + name);
    check(headers.put(name, value) == null, "The header " + name + " is there twice");
  }

  private String tags() {
    List<String> tags = new ArrayList<>();
    for (JsonNode tag : request.at("/EmailTags")) {
      String name = tag.path("Name").asText();
      String value = tag.path("Value").asText();
      check(TAG.matcher(name).matches() && TAG.matcher(value).matches(), "Illegal tag");
      tags.add(name + "=" + value);
    }
    return String.join(", ", tags);
  }

  private String text(String pointer) {
    JsonNode value = request.at(pointer);
    check(value.isTextual(), pointer + " must have a value");
    return value.asText();
  }

  private static void check(boolean holds, String reason) {
    if (!holds) {
      throw refused(reason);
    }
  }

  private static AwsError refused(String reason) {
    return new AwsError(400, "BadRequestException", reason);
  }
}
