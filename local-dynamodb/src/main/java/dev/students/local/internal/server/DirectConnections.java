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
 * Builds the SDK's client based on {@link HttpURLConnection} so that it connects directly,
 * regardless of proxy settings. The SDK's proxy configuration can specify a proxy, but cannot
 * disable proxies: without a proxy the JVM's system properties and proxy selector still apply.
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
