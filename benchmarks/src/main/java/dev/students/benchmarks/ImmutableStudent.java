package dev.students.benchmarks;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.enhanced.dynamodb.extensions.annotations.DynamoDbVersionAttribute;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbAttribute;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbImmutable;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbPartitionKey;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbSecondaryPartitionKey;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbSecondarySortKey;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbSortKey;

/** A student as the Enhanced Client maps it to an immutable class. */
@DynamoDbImmutable(builder = ImmutableStudent.Builder.class)
@SuppressWarnings("MissingJavadoc")
public record ImmutableStudent(
    @DynamoDbPartitionKey @Nullable String pk,
    @DynamoDbSortKey @Nullable String sk,
    @Nullable String entityType,
    @Nullable String firstName,
    @Nullable String lastName,
    @Nullable String email,
    @Nullable Long xp,
    @DynamoDbVersionAttribute @Nullable Long version,
    @Nullable Instant createdAt,
    @Nullable Instant updatedAt,
    @Nullable Boolean deleted,
    @Nullable Instant deletedAt,
    @Nullable Boolean erasing,
    @DynamoDbAttribute("gsi1_pk") @DynamoDbSecondaryPartitionKey(indexNames = "gsi1")
        @Nullable String indexKey,
    @DynamoDbAttribute("gsi1_sk") @DynamoDbSecondarySortKey(indexNames = "gsi1")
        @Nullable String indexSortKey) {

  public static Builder builder() {
    return new Builder();
  }

  Builder toBuilder() {
    Builder builder = new Builder();
    builder.pk = pk;
    builder.sk = sk;
    builder.entityType = entityType;
    builder.firstName = firstName;
    builder.lastName = lastName;
    builder.email = email;
    builder.xp = xp;
    builder.version = version;
    builder.createdAt = createdAt;
    builder.updatedAt = updatedAt;
    builder.deleted = deleted;
    builder.deletedAt = deletedAt;
    builder.erasing = erasing;
    builder.indexKey = indexKey;
    builder.indexSortKey = indexSortKey;
    return builder;
  }

  public static final class Builder {

    private @Nullable String pk;
    private @Nullable String sk;
    private @Nullable String entityType;
    private @Nullable String firstName;
    private @Nullable String lastName;
    private @Nullable String email;
    private @Nullable Long xp;
    private @Nullable Long version;
    private @Nullable Instant createdAt;
    private @Nullable Instant updatedAt;
    private @Nullable Boolean deleted;
    private @Nullable Instant deletedAt;
    private @Nullable Boolean erasing;
    private @Nullable String indexKey;
    private @Nullable String indexSortKey;

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

    public Builder firstName(@Nullable String value) {
      this.firstName = value;
      return this;
    }

    public Builder lastName(@Nullable String value) {
      this.lastName = value;
      return this;
    }

    public Builder email(@Nullable String value) {
      this.email = value;
      return this;
    }

    public Builder xp(@Nullable Long value) {
      this.xp = value;
      return this;
    }

    public Builder version(@Nullable Long value) {
      this.version = value;
      return this;
    }

    public Builder createdAt(@Nullable Instant value) {
      this.createdAt = value;
      return this;
    }

    public Builder updatedAt(@Nullable Instant value) {
      this.updatedAt = value;
      return this;
    }

    public Builder deleted(@Nullable Boolean value) {
      this.deleted = value;
      return this;
    }

    public Builder deletedAt(@Nullable Instant value) {
      this.deletedAt = value;
      return this;
    }

    public Builder erasing(@Nullable Boolean value) {
      this.erasing = value;
      return this;
    }

    public Builder indexKey(@Nullable String value) {
      this.indexKey = value;
      return this;
    }

    public Builder indexSortKey(@Nullable String value) {
      this.indexSortKey = value;
      return this;
    }

    public ImmutableStudent build() {
      return new ImmutableStudent(
          pk,
          sk,
          entityType,
          firstName,
          lastName,
          email,
          xp,
          version,
          createdAt,
          updatedAt,
          deleted,
          deletedAt,
          erasing,
          indexKey,
          indexSortKey);
    }
  }
}
