package dev.students.data;

import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** Captures the messages that the store logs. */
final class LoggedMessages {

  private LoggedMessages() {}

  static List<String> during(Runnable call) {
    List<String> messages = new ArrayList<>();
    for (LogRecord logged : recordsDuring(call)) {
      messages.add(MessageFormat.format(logged.getMessage(), logged.getParameters()));
    }
    return messages;
  }

  static List<LogRecord> recordsDuring(Runnable call) {
    List<LogRecord> logged = new ArrayList<>();
    Handler handler = handler(logged);
    Logger logger = Logger.getLogger(StudentStore.class.getName());
    logger.addHandler(handler);
    logger.setUseParentHandlers(false);
    try {
      call.run();
    } finally {
      logger.removeHandler(handler);
      logger.setUseParentHandlers(true);
    }
    return logged;
  }

  private static Handler handler(List<LogRecord> logged) {
    return new Handler() {
      @Override
      public void publish(LogRecord logRecord) {
        logged.add(logRecord);
      }

      @Override
      public void flush() {}

      @Override
      public void close() {}
    };
  }
}
