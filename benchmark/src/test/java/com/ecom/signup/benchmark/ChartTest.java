package com.ecom.signup.benchmark;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** The picture. */
final class ChartTest {

  @Test
  void isWellFormedAndTellsWhereItWasMeasured() throws Exception {
    Document svg = parse(Chart.of(ResultsInWords.result()));

    assertThat(svg.getDocumentElement().getTagName()).isEqualTo("svg");
    assertThat(texts(svg)).anyMatch(text -> text.contains("CPU <fast> & cheap"));
  }

  @Test
  void hasABarWithItsNumberForEachRun() throws Exception {
    Document svg = parse(Chart.of(ResultsInWords.result()));

    assertThat(texts(svg)).contains("24,000", "12,000", "60,000", "8,000", "10,000", "30,000");
    assertThat(widths(svg)).containsExactly(340, 170, 142, 142, 113, 113, 340, 170, 170);
  }

  @Test
  void isAPictureEvenOfNothing() throws Exception {
    assertThat(widths(parse(Chart.of(ResultsInWords.result(new Findings()))))).isEmpty();
  }

  private static Document parse(String svg) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(svg.getBytes(UTF_8)));
  }

  private static List<String> texts(Document svg) {
    return elements(svg, "text").stream().map(Element::getTextContent).toList();
  }

  private static List<Integer> widths(Document svg) {
    return elements(svg, "rect").stream()
        .filter(bar -> !bar.getAttribute("class").equals("ground"))
        .map(bar -> Integer.valueOf(bar.getAttribute("width")))
        .toList();
  }

  private static List<Element> elements(Document svg, String name) {
    NodeList nodes = svg.getElementsByTagName(name);
    return IntStream.range(0, nodes.getLength())
        .mapToObj(index -> (Element) nodes.item(index))
        .toList();
  }
}
