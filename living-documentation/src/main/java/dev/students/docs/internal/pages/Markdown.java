package dev.students.docs.internal.pages;

import gg.jte.Content;
import java.util.Map;
import java.util.Set;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Heading;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.html.HtmlNodeRendererContext;
import org.commonmark.renderer.html.HtmlRenderer;
import org.commonmark.renderer.text.TextContentRenderer;

/**
 * Descriptions in feature files are Markdown. Lines stay lines, markup is shown as letters,
 * pictures become links (a page asks nothing of the network), and headings stay below those of the
 * page.
 */
final class Markdown {

  private static final int LEVELS_ABOVE = 3;

  /** A line of so many letters ends because it is full, and not because a thought does. */
  private static final int FULL_LINE = 60;

  private static final TextContentRenderer TEXT = TextContentRenderer.builder().build();

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

  /** Narrow screens pass over the breaks of full lines. */
  private record LineBreaks(HtmlNodeRendererContext context) implements NodeRenderer {

    @Override
    public Set<Class<? extends Node>> getNodeTypes() {
      return Set.of(SoftLineBreak.class);
    }

    @Override
    public void render(Node lineBreak) {
      Map<String, String> attributes =
          lettersBefore(lineBreak) < FULL_LINE ? Map.of() : Map.of("class", "full");
      context.getWriter().tag("br", attributes);
      context.getWriter().line();
    }

    private static int lettersBefore(Node lineBreak) {
      int letters = 0;
      for (Node node = lineBreak.getPrevious();
          node != null && !(node instanceof SoftLineBreak);
          node = node.getPrevious()) {
        letters += TEXT.render(node).length();
      }
      return letters;
    }
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
