package dev.students.benchmarks;

import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbPartitionKey;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbSortKey;

/** What every item has, as the Enhanced Client maps it. */
@SuppressWarnings("MissingJavadoc")
public abstract class ItemBean {

  private @Nullable String pk;
  private @Nullable String sk;
  private @Nullable String entityType;

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
}
