package dev.students.acceptance.internal.report;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
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
import org.xml.sax.helpers.DefaultHandler;

/**
 * The JUnit XML of a run: Cucumber's report of the scenarios, the target of the run, and a failed
 * test case for every other problem. It never looks like the report of a passed run before the run
 * has passed: {@link #begin} writes the report of a run that did not end, and {@link #end} replaces
 * it atomically.
 */
final class JUnitXml {

  /** The file that Cucumber writes. CI systems do not recognize its name as a report. */
  static final String OF_CUCUMBER = "junit.xml.part";

  private static final String NAME = "junit.xml";
  private static final String SUITE = "testsuite";

  private JUnitXml() {}

  static Path in(Path folder) {
    return folder.resolve(NAME);
  }

  /** Writes the report that is valid while the run is in progress. */
  static void begin(Path folder, RunProblem notEnded) throws IOException {
    try {
      write(document(folder, Map.of(), List.of(notEnded)), folder);
    } catch (SAXException e) {
      throw new IOException(e);
    }
  }

  /** Writes the final report. */
  static void end(Path folder, RunSummary summary) throws IOException {
    Document document;
    try {
      document = document(folder, summary.place(), summary.problems());
    } catch (SAXException e) {
      if (!summary.interrupted()) {
        throw new IOException("Cucumber's part of it cannot be read: " + e.getMessage(), e);
      }
      // Cucumber was interrupted while writing.
      Files.delete(folder.resolve(OF_CUCUMBER));
      end(folder, summary);
      return;
    }
    write(document, folder);
    Files.deleteIfExists(folder.resolve(OF_CUCUMBER));
  }

  private static Document document(
      Path folder, Map<String, String> properties, List<RunProblem> problems)
      throws IOException, SAXException {
    Path ofCucumber = folder.resolve(OF_CUCUMBER);
    DocumentBuilder builder = builder();
    boolean written = Files.exists(ofCucumber) && Files.size(ofCucumber) > 0;
    Document document = written ? builder.parse(ofCucumber.toFile()) : empty(builder);
    Element suite = (Element) document.getElementsByTagName(SUITE).item(0);
    if (!properties.isEmpty()) {
      suite.insertBefore(propertiesOf(document, properties), suite.getFirstChild());
    }
    problems.forEach(problem -> suite.appendChild(testCase(document, problem)));
    increase(suite, "tests", problems.size());
    increase(suite, "failures", problems.size());
    return document;
  }

  private static void write(Document document, Path folder) throws IOException {
    Path whole = Files.createTempFile(folder, "junit", ".tmp");
    try {
      TransformerFactory.newInstance()
          .newTransformer()
          .transform(new DOMSource(document), new StreamResult(whole.toFile()));
      Files.move(whole, in(folder), ATOMIC_MOVE, REPLACE_EXISTING);
    } catch (TransformerException e) {
      throw new IOException(e.getMessage(), e);
    } finally {
      Files.deleteIfExists(whole);
    }
  }

  private static DocumentBuilder builder() throws IOException {
    try {
      DocumentBuilder builder = DocumentBuilderFactory.newInstance().newDocumentBuilder();
      // The default error handler of the parser also prints its exceptions.
      builder.setErrorHandler(new DefaultHandler());
      return builder;
    } catch (ParserConfigurationException e) {
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

  private static Element propertiesOf(Document document, Map<String, String> properties) {
    Element all = document.createElement("properties");
    properties.forEach(
        (name, value) -> {
          Element property = document.createElement("property");
          property.setAttribute("name", name);
          property.setAttribute("value", value);
          all.appendChild(property);
        });
    return all;
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
