package dev.students.docs.internal.pages;

import java.util.Map;
import java.util.Set;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.html.HtmlNodeRendererContext;
import org.commonmark.renderer.text.TextContentRenderer;

/** Lines stay lines; narrow screens join those that end only because they are full. */
record LineBreaks(HtmlNodeRendererContext context) implements NodeRenderer {

  /** A line of so many letters ends because it is full, and not because a thought does. */
  private static final int FULL_LINE = 60;

  private static final TextContentRenderer TEXT = TextContentRenderer.builder().build();

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
