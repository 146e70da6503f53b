package dev.students.local.internal.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.Proxy;
import java.net.URI;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.utils.AttributeMap;

/**
 * Builds the SDK's client on {@link HttpURLConnection} so that it connects directly, whatever
 * proxies are set. The SDK's proxy configuration can say which proxy to use, but not that there is
 * none: without one, the JVM's system properties and proxy selector still decide.
 */
public final class DirectConnections implements SdkHttpClient.Builder<DirectConnections> {

  @Override
  public SdkHttpClient buildWithDefaults(AttributeMap defaults) {
    return UrlConnectionHttpClient.create(DirectConnections::open);
  }

  private static HttpURLConnection open(URI uri) {
    try {
      return (HttpURLConnection) uri.toURL().openConnection(Proxy.NO_PROXY);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
