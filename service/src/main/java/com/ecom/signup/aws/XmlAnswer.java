package com.ecom.signup.aws;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** What the query protocol answers with. */
final class XmlAnswer {
  private static final XMLInputFactory READERS = readers();

  private XmlAnswer() {}

  /** No document type, so no entities either. */
  private static XMLInputFactory readers() {
    XMLInputFactory readers = XMLInputFactory.newDefaultFactory();
    readers.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    readers.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    return readers;
  }

  /**
   * The elements of that name, wherever they are: the texts of their children, by the children's
   * names.
   *
   * @throws XMLStreamException if it is not XML, or such a child has children itself
   */
  static List<Map<String, String>> elements(byte[] xml, String name) throws XMLStreamException {
    List<Map<String, String>> elements = new ArrayList<>();
    XMLStreamReader reader = READERS.createXMLStreamReader(new ByteArrayInputStream(xml));
    while (reader.hasNext()) {
      if (reader.next() == XMLStreamConstants.START_ELEMENT && reader.getLocalName().equals(name)) {
        elements.add(children(reader));
      }
    }
    return elements;
  }

  private static Map<String, String> children(XMLStreamReader reader) throws XMLStreamException {
    Map<String, String> texts = new HashMap<>();
    while (reader.nextTag() == XMLStreamConstants.START_ELEMENT) {
      texts.put(reader.getLocalName(), reader.getElementText());
    }
    return texts;
  }
}
