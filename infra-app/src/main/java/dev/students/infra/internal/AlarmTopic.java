package dev.students.infra.internal;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awscdk.Aws;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.kms.IKey;
import software.amazon.awscdk.services.sns.ITopic;
import software.amazon.awscdk.services.sns.Topic;
import software.amazon.awscdk.services.sns.subscriptions.EmailSubscription;
import software.constructs.Construct;

/**
 * The topic that alarms notify. It accepts messages over TLS only. Encryption at rest is a choice,
 * because its messages hold names and figures of alarms and no personal data.
 */
public final class AlarmTopic extends Construct {

  private final Output output;

  /**
   * Who is subscribed by the stack itself, and how messages are encrypted at rest.
   *
   * @param encryptionKey a customer-managed key, whose policy must let CloudWatch use it
   */
  public record Input(Optional<String> email, Optional<IKey> encryptionKey) {}

  /** The topic. */
  public record Output(ITopic topic) {}

  public AlarmTopic(Construct scope, String id, Input input) {
    super(scope, id);
    Topic.Builder builder =
        Topic.Builder.create(this, "Topic")
            .displayName("Alarms of the students table")
            .enforceSsl(true);
    input.encryptionKey().ifPresent(builder::masterKey);
    Topic topic = builder.build();
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
