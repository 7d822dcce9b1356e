package com.ecom.signup.local.aws;

import org.jspecify.annotations.Nullable;

/** What the publisher learns; only FIFO topics number their messages. */
record Receipt(String messageId, @Nullable String sequenceNumber) {

  void appendTo(StringBuilder xml) {
    Xml.element(xml, "MessageId", messageId);
    if (sequenceNumber != null) {
      Xml.element(xml, "SequenceNumber", sequenceNumber);
    }
  }
}
