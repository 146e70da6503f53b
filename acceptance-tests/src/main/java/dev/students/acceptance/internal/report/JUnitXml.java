package dev.students.acceptance.internal.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/**
 * Adds to Cucumber's JUnit XML what went wrong besides the scenarios, as one failed test case each:
 * a report must not be greener than its run.
 */
final class JUnitXml {

  private static final String SUITE = "testsuite";

  private JUnitXml() {}

  /**
   * @param file of Cucumber; it may be missing, as after an interruption
   */
  static void addProblems(Path file, RunSummary summary) throws IOException {
    if (summary.problems().isEmpty()) {
      return;
    }
    try {
      DocumentBuilder builder = DocumentBuilderFactory.newInstance().newDocumentBuilder();
      boolean written = Files.exists(file) && Files.size(file) > 0;
      Document document = written ? builder.parse(file.toFile()) : empty(builder);
      Element suite = (Element) document.getElementsByTagName(SUITE).item(0);
      summary.problems().forEach(problem -> suite.appendChild(testCase(document, problem)));
      int problems = summary.problems().size();
      increase(suite, "tests", problems);
      increase(suite, "failures", problems);
      TransformerFactory.newInstance()
          .newTransformer()
          .transform(new DOMSource(document), new StreamResult(file.toFile()));
    } catch (SAXException | ParserConfigurationException | TransformerException e) {
      throw new IOException(e.getMessage(), e);
    }
  }

  private static Document empty(DocumentBuilder builder) {
    Document document = builder.newDocument();
    Element suite = document.createElement(SUITE);
    suite.setAttribute("name", "Acceptance tests");
    document.appendChild(suite);
    return document;
  }

  private static Element testCase(Document document, RunProblem problem) {
    Element testCase = document.createElement("testcase");
    testCase.setAttribute("classname", "The run");
    testCase.setAttribute("name", problem.name());
    Element failure = document.createElement("failure");
    failure.setAttribute("message", problem.name());
    failure.setTextContent(problem.message());
    testCase.appendChild(failure);
    return testCase;
  }

  private static void increase(Element suite, String attribute, int by) {
    String before = suite.getAttribute(attribute);
    suite.setAttribute(
        attribute, String.valueOf((before.isEmpty() ? 0 : Integer.parseInt(before)) + by));
  }
}
