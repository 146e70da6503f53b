package dev.students.benchmarks;

import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbImmutable;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbPartitionKey;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbSortKey;

/** A reservation of an e-mail address, likewise. */
@DynamoDbImmutable(builder = ImmutableReservation.Builder.class)
@SuppressWarnings("MissingJavadoc")
public record ImmutableReservation(
    @DynamoDbPartitionKey @Nullable String pk,
    @DynamoDbSortKey @Nullable String sk,
    @Nullable String entityType,
    @Nullable String studentId) {

  public static Builder builder() {
    return new Builder();
  }

  public static final class Builder {

    private @Nullable String pk;
    private @Nullable String sk;
    private @Nullable String entityType;
    private @Nullable String studentId;

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

    public Builder studentId(@Nullable String value) {
      this.studentId = value;
      return this;
    }

    public ImmutableReservation build() {
      return new ImmutableReservation(pk, sk, entityType, studentId);
    }
  }
}
