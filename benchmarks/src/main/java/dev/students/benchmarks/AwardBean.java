package dev.students.benchmarks;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbBean;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbPartitionKey;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbSortKey;

/** An award as the Enhanced Client maps it. */
@DynamoDbBean
@SuppressWarnings("MissingJavadoc")
public class AwardBean {

  private @Nullable String pk;
  private @Nullable String sk;
  private @Nullable String entityType;
  private @Nullable Long amount;
  private @Nullable Instant awardedAt;

  @DynamoDbPartitionKey
  public @Nullable String getPk() {
    return pk;
  }

  public void setPk(@Nullable String pk) {
    this.pk = pk;
  }

  @DynamoDbSortKey
  public @Nullable String getSk() {
    return sk;
  }

  public void setSk(@Nullable String sk) {
    this.sk = sk;
  }

  public @Nullable String getEntityType() {
    return entityType;
  }

  public void setEntityType(@Nullable String entityType) {
    this.entityType = entityType;
  }

  public @Nullable Long getAmount() {
    return amount;
  }

  public void setAmount(@Nullable Long amount) {
    this.amount = amount;
  }

  public @Nullable Instant getAwardedAt() {
    return awardedAt;
  }

  public void setAwardedAt(@Nullable Instant awardedAt) {
    this.awardedAt = awardedAt;
  }
}
