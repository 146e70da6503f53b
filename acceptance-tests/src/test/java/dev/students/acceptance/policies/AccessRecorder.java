package dev.students.acceptance.policies;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttribute;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;

/**
 * Records the requests of every DynamoDB client of this JVM. The SDK finds it by the file {@code
 * execution.interceptors} on the test class path, so neither the harness nor the data layer knows
 * of it.
 */
public final class AccessRecorder implements ExecutionInterceptor {

  /** Of a client that prepares a test, whose requests no policy is about. */
  static final ExecutionAttribute<Boolean> PREPARES = new ExecutionAttribute<>("Prepares");

  private static final Set<Access> ACCESSES = ConcurrentHashMap.newKeySet();

  @Override
  public void beforeExecution(Context.BeforeExecution context, ExecutionAttributes attributes) {
    if (!Boolean.TRUE.equals(attributes.getAttribute(PREPARES))) {
      Access.of(context.request()).forEach(ACCESSES::add);
    }
  }

  /** The access to a table that has been requested. */
  static Set<Access> of(String table) {
    return ACCESSES.stream()
        .filter(access -> access.table().equals(table))
        .collect(Collectors.toSet());
  }
}
