package dev.students.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * An HTTP server on a free port of the loopback interface, which plays a service or stands in front
 * of one. It handles each request on a thread of its own and closes the exchange afterwards, so
 * that a handler that sends nothing loses the response.
 */
public final class LoopbackServer implements AutoCloseable {

  private static final int BACKLOG = 256;

  static {
    // The server sends the head and the body of a response separately; without this, each response
    // waits 40 ms for an acknowledgement.
    System.setProperty("sun.net.httpserver.nodelay", "true");
  }

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final HttpClient upstream = HttpClient.newHttpClient();

  private LoopbackServer(HttpServer server) {
    this.server = server;
  }

  /** Starts a server whose requests are all handled by {@code handler}. */
  public static LoopbackServer start(HttpHandler handler) {
    try {
      InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
      LoopbackServer server = new LoopbackServer(HttpServer.create(address, BACKLOG));
      server.server.setExecutor(server.threads);
      server.server.createContext(
          "/",
          exchange -> {
            try (exchange) {
              handler.handle(exchange);
            }
          });
      server.server.start();
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Where it accepts requests. */
  public URI endpoint() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /** Sends a POST request on to another service and returns the response. */
  public HttpResponse<byte[]> forward(HttpExchange exchange, byte[] body, URI service)
      throws IOException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(service).POST(HttpRequest.BodyPublishers.ofByteArray(body));
    exchange
        .getRequestHeaders()
        .forEach(
            (name, values) -> {
              if (!name.matches("(?i)host|connection|content-length|upgrade|http2-settings")) {
                request.header(name, values.get(0));
              }
            });
    try {
      return upstream.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }

  /** Responds as a service responded to {@link #forward}, with its content type and checksum. */
  public static void reply(HttpExchange exchange, HttpResponse<byte[]> response)
      throws IOException {
    response
        .headers()
        .map()
        .forEach(
            (name, values) -> {
              if (name.matches("(?i)content-type|x-amz.*")) {
                exchange.getResponseHeaders().put(name, values);
              }
            });
    reply(exchange, response.statusCode(), response.body());
  }

  /** Responds with a text. */
  public static void reply(HttpExchange exchange, int status, String text) throws IOException {
    reply(exchange, status, text.getBytes(UTF_8));
  }

  private static void reply(HttpExchange exchange, int status, byte[] body) throws IOException {
    exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
    exchange.getResponseBody().write(body);
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
