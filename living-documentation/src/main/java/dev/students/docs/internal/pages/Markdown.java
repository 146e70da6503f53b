package dev.students.docs.internal.pages;

import gg.jte.Content;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Heading;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;

/**
 * Descriptions in feature files are Markdown. Lines stay lines, markup is shown as letters,
 * pictures become links (a page asks nothing of the network), and headings stay below those of the
 * page.
 */
final class Markdown {

  private static final int LEVELS_ABOVE = 3;

  private final Parser parser = Parser.builder().build();
  private final HtmlRenderer renderer =
      HtmlRenderer.builder()
          .escapeHtml(true)
          .sanitizeUrls(true)
          .nodeRendererFactory(LineBreaks::new)
          .build();

  Content toHtml(String text) {
    return toHtml(parser.parse(text));
  }

  /** Its first paragraph; all of it where it begins with something else. */
  Content beginning(String text) {
    Node document = parser.parse(text);
    if (document.getFirstChild() instanceof Paragraph first) {
      while (first.getNext() != null) {
        first.getNext().unlink();
      }
    }
    return toHtml(document);
  }

  private Content toHtml(Node document) {
    document.accept(new Taming());
    String html = renderer.render(document);
    return output -> output.writeContent(html);
  }

  private static final class Taming extends AbstractVisitor {

    @Override
    public void visit(Heading heading) {
      heading.setLevel(Math.min(6, heading.getLevel() + LEVELS_ABOVE));
      visitChildren(heading);
    }

    @Override
    public void visit(Image image) {
      Link link = new Link(image.getDestination(), image.getTitle());
      for (Node child = image.getFirstChild(); child != null; child = image.getFirstChild()) {
        link.appendChild(child);
      }
      image.insertAfter(link);
      image.unlink();
      visitChildren(link);
    }
  }
}
