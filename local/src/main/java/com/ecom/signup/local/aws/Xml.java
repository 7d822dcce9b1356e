package com.ecom.signup.local.aws;

import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/** Answers of the AWS query protocol. */
final class Xml {

  private static final String TYPE = "text/xml;charset=utf-8";
  private static final String NAMESPACE = "http://sns.amazonaws.com/doc/2010-03-31/";

  private Xml() {}

  static Answer result(String action, String result) {
    return new Answer(
        200,
        TYPE,
        """
        <%1$sResponse xmlns="%2$s"><%1$sResult>%3$s</%1$sResult>\
        <ResponseMetadata><RequestId>%4$s</RequestId></ResponseMetadata></%1$sResponse>\
        """
            .formatted(action, NAMESPACE, result, randomId()));
  }

  static Answer error(AwsError error) {
    return new Answer(
        error.status(),
        TYPE,
        """
        <ErrorResponse xmlns="%s"><Error><Type>%s</Type><Code>%s</Code><Message>%s</Message></Error>\
        <RequestId>%s</RequestId></ErrorResponse>\
        """
            .formatted(
                NAMESPACE,
                error.sendersFault() ? "Sender" : "Receiver",
                escape(error.code()),
                escape(error.reason()),
                randomId()));
  }

  static void element(StringBuilder to, String name, String text) {
    to.append('<').append(name).append('>').append(escape(text));
    to.append("</").append(name).append('>');
  }

  /** Unique, not secret: taken from the cheap generator. */
  static String randomId() {
    ThreadLocalRandom random = ThreadLocalRandom.current();
    long high = (random.nextLong() & ~0xF000L) | 0x4000L;
    long low = (random.nextLong() & ~(3L << 62)) | (1L << 63);
    return new UUID(high, low).toString();
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
