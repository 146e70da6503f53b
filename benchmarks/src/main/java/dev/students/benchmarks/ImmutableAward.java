package dev.students.benchmarks;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbImmutable;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbPartitionKey;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbSortKey;

/** An award, likewise. */
@DynamoDbImmutable(builder = ImmutableAward.Builder.class)
@SuppressWarnings("MissingJavadoc")
public record ImmutableAward(
    @DynamoDbPartitionKey @Nullable String pk,
    @DynamoDbSortKey @Nullable String sk,
    @Nullable String entityType,
    @Nullable Long amount,
    @Nullable Instant awardedAt) {

  public static Builder builder() {
    return new Builder();
  }

  public static final class Builder {

    private @Nullable String pk;
    private @Nullable String sk;
    private @Nullable String entityType;
    private @Nullable Long amount;
    private @Nullable Instant awardedAt;

    public Builder pk(@Nullable String value) {
      this.pk = value;
      return this;
    }

    public Builder sk(@Nullable String value) {
      this.sk = value;
      return this;
    }

    public Builder entityType(@Nullable String value) {
      this.entityType = value;
      return this;
    }

    public Builder amount(@Nullable Long value) {
      this.amount = value;
      return this;
    }

    public Builder awardedAt(@Nullable Instant value) {
      this.awardedAt = value;
      return this;
    }

    public ImmutableAward build() {
      return new ImmutableAward(pk, sk, entityType, amount, awardedAt);
    }
  }
}
