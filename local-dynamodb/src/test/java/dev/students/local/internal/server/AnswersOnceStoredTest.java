package dev.students.local.internal.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AnswersOnceStoredTest {

  private final List<String> events = new CopyOnWriteArrayList<>();

  @ParameterizedTest
  @ValueSource(strings = {"PutItem", "TransactWriteItems", "CreateTable", "AnythingNew"})
  void answer_toAWrite_waitsUntilTheQueueIsExecuted(String operation) throws Exception {
    ask(operation);

    assertThat(events).containsExactly("written", "queue executed", "answered");
  }

  @ParameterizedTest
  @ValueSource(strings = {"GetItem", "Query", "DescribeTable"})
  void answer_toARead_doesNotWait(String operation) throws Exception {
    ask(operation);

    assertThat(events).containsExactly("written", "answered");
  }

  private void ask(String operation) throws Exception {
    Server server = new Server();
    ServerConnector connector = new ServerConnector(server);
    connector.setHost("127.0.0.1");
    server.addConnector(connector);
    server.setHandler(new AnswersOnceStored(new Writing(), () -> events.add("queue executed")));
    server.start();
    try {
      HttpClient.newHttpClient()
          .send(
              HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + connector.getLocalPort()))
                  .header("X-Amz-Target", "DynamoDB_20120810." + operation)
                  .build(),
              HttpResponse.BodyHandlers.ofString());
      events.add("answered");
    } finally {
      server.stop();
    }
  }

  private final class Writing extends Handler.Abstract {

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
      events.add("written");
      Content.Sink.write(response, true, "{}", callback);
      return true;
    }
  }
}
