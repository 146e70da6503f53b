package dev.students.local.internal.server;

import java.nio.ByteBuffer;
import java.util.Set;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Delays the response to a write until the write is on disk.
 *
 * <p>DynamoDB Local queues the statements of a write and responds before SQLite has executed them.
 * It executes the queue in order, so waiting for the result of a later statement means waiting for
 * the write.
 */
final class AnswersOnceStored extends Handler.Wrapper {

  private static final String TARGET = "X-Amz-Target";

  /** The operations that only read; all others are treated as writes. */
  private static final Set<String> READS =
      Set.of(
          "BatchGetItem",
          "DescribeLimits",
          "DescribeStream",
          "DescribeTable",
          "DescribeTimeToLive",
          "GetItem",
          "GetRecords",
          "GetShardIterator",
          "ListStreams",
          "ListTables",
          "ListTagsOfResource",
          "Query",
          "Scan",
          "TransactGetItems");

  private final Runnable waitForQueue;

  AnswersOnceStored(Handler handler, Runnable waitForQueue) {
    super(handler);
    this.waitForQueue = waitForQueue;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    return super.handle(
        request, isRead(request) ? response : new HeldBack(request, response), callback);
  }

  private static boolean isRead(Request request) {
    String target = String.valueOf(request.getHeaders().get(TARGET));
    return READS.contains(target.substring(target.indexOf('.') + 1));
  }

  private final class HeldBack extends Response.Wrapper {

    HeldBack(Request request, Response response) {
      super(request, response);
    }

    @Override
    public void write(boolean last, ByteBuffer content, Callback callback) {
      waitForQueue.run();
      super.write(last, content, callback);
    }
  }
}
