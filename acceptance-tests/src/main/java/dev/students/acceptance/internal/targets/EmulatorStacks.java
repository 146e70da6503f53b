package dev.students.acceptance.internal.targets;

import dev.students.acceptance.internal.targets.EmulatorApi.Answer;
import java.time.Duration;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;
import software.amazon.awssdk.http.SdkHttpMethod;

/**
 * Removes stacks, and the bucket that a bootstrap stack leaves behind, from an emulator.
 * Idempotent.
 */
final class EmulatorStacks {

  private static final Duration DEADLINE = Duration.ofMinutes(3);
  private static final Pattern STATUS = Pattern.compile("<StackStatus>([A-Z_]+)</StackStatus>");
  private static final Pattern VERSION =
      Pattern.compile(
          "<(?:Version|DeleteMarker)>.*?<Key>([^<]+)</Key>.*?<VersionId>([^<]+)</VersionId>.*?"
              + "</(?:Version|DeleteMarker)>",
          Pattern.DOTALL);
  private static final String GONE = "GONE";

  private final EmulatorApi api;

  EmulatorStacks(Emulator emulator) {
    this.api = new EmulatorApi(emulator);
  }

  /**
   * Waits for operations in progress on a stack, deletes it, and waits until it no longer exists.
   */
  void delete(String stack) {
    await(stack, status -> !status.endsWith("_IN_PROGRESS") || status.startsWith("REVIEW_"));
    if (status(stack).equals(GONE)) {
      return;
    }
    require(api.cloudFormation("DeleteStack", Map.of("StackName", stack)), "Deleting " + stack);
    await(stack, status -> status.equals(GONE) || status.equals("DELETE_FAILED"));
    if (!status(stack).equals(GONE)) {
      throw new TargetException("The stack " + stack + " could not be deleted from the emulator.");
    }
  }

  void deleteBucket(String bucket) {
    Answer versions = api.s3(SdkHttpMethod.GET, "/" + bucket, Map.of("versions", ""));
    if (versions.status() == 404) {
      return;
    }
    require(versions, "Listing the bucket " + bucket);
    Matcher found = VERSION.matcher(versions.body());
    for (MatchResult version : found.results().toList()) {
      require(
          api.s3(
              SdkHttpMethod.DELETE,
              "/" + bucket + "/" + version.group(1),
              Map.of("versionId", version.group(2))),
          "Deleting the objects of the bucket " + bucket);
    }
    require(api.s3(SdkHttpMethod.DELETE, "/" + bucket, Map.of()), "Deleting the bucket " + bucket);
  }

  private String status(String stack) {
    Answer answer = api.cloudFormation("DescribeStacks", Map.of("StackName", stack));
    if (!answer.ok() && answer.body().contains("does not exist")) {
      return GONE;
    }
    require(answer, "Describing " + stack);
    Matcher status = STATUS.matcher(answer.body());
    String found = status.find() ? status.group(1) : GONE;
    return found.equals("DELETE_COMPLETE") ? GONE : found;
  }

  private void await(String stack, java.util.function.Predicate<String> reached) {
    try {
      Awaitility.await()
          .pollInSameThread()
          .pollDelay(Duration.ZERO)
          .pollInterval(Duration.ofMillis(250))
          .atMost(DEADLINE)
          .until(() -> status(stack), reached);
    } catch (ConditionTimeoutException e) {
      throw new TargetException(
          "The stack " + stack + " is " + status(stack) + " for more than three minutes.", e);
    }
  }

  private static void require(Answer answer, String what) {
    if (!answer.ok()) {
      throw new TargetException(what + " failed: " + answer.body());
    }
  }
}
