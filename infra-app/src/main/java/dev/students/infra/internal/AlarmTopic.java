package dev.students.infra.internal;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awscdk.Aws;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.sns.Topic;
import software.amazon.awscdk.services.sns.subscriptions.EmailSubscription;
import software.constructs.Construct;

/**
 * The topic that alarms notify. It accepts messages over TLS only. It is not encrypted at rest with
 * a key of ours, because its messages hold names and figures of alarms and no personal data.
 */
public final class AlarmTopic extends Construct {

  private final Output output;

  /** Who is subscribed by the stack itself. */
  public record Input(Optional<String> email) {}

  /** The topic. */
  public record Output(Topic topic) {}

  public AlarmTopic(Construct scope, String id, Input input) {
    super(scope, id);
    Topic topic =
        Topic.Builder.create(this, "Topic")
            .displayName("Alarms of the students table")
            .enforceSsl(true)
            .build();
    // An explicit policy replaces the default one, which lets the whole account publish.
    topic.addToResourcePolicy(
        PolicyStatement.Builder.create()
            .sid("PublishAlarms")
            .principals(List.of(new ServicePrincipal("cloudwatch.amazonaws.com")))
            .actions(List.of("sns:Publish"))
            .resources(List.of(topic.getTopicArn()))
            .conditions(Map.of("StringEquals", Map.of("aws:SourceAccount", Aws.ACCOUNT_ID)))
            .build());
    input.email().map(EmailSubscription::new).ifPresent(topic::addSubscription);
    output = new Output(topic);
  }

  public Output output() {
    return output;
  }
}
