package dev.students.benchmarks;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.enhanced.dynamodb.extensions.annotations.DynamoDbVersionAttribute;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbAttribute;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbBean;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbSecondaryPartitionKey;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbSecondarySortKey;

/** A student as the Enhanced Client maps it. */
@DynamoDbBean
@SuppressWarnings("MissingJavadoc")
public class StudentBean extends ItemBean {

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

  public @Nullable String getFirstName() {
    return firstName;
  }

  public void setFirstName(@Nullable String firstName) {
    this.firstName = firstName;
  }

  public @Nullable String getLastName() {
    return lastName;
  }

  public void setLastName(@Nullable String lastName) {
    this.lastName = lastName;
  }

  public @Nullable String getEmail() {
    return email;
  }

  public void setEmail(@Nullable String email) {
    this.email = email;
  }

  public @Nullable Long getXp() {
    return xp;
  }

  public void setXp(@Nullable Long xp) {
    this.xp = xp;
  }

  @DynamoDbVersionAttribute
  public @Nullable Long getVersion() {
    return version;
  }

  public void setVersion(@Nullable Long version) {
    this.version = version;
  }

  public @Nullable Instant getCreatedAt() {
    return createdAt;
  }

  public void setCreatedAt(@Nullable Instant createdAt) {
    this.createdAt = createdAt;
  }

  public @Nullable Instant getUpdatedAt() {
    return updatedAt;
  }

  public void setUpdatedAt(@Nullable Instant updatedAt) {
    this.updatedAt = updatedAt;
  }

  public @Nullable Boolean getDeleted() {
    return deleted;
  }

  public void setDeleted(@Nullable Boolean deleted) {
    this.deleted = deleted;
  }

  public @Nullable Instant getDeletedAt() {
    return deletedAt;
  }

  public void setDeletedAt(@Nullable Instant deletedAt) {
    this.deletedAt = deletedAt;
  }

  public @Nullable Boolean getErasing() {
    return erasing;
  }

  public void setErasing(@Nullable Boolean erasing) {
    this.erasing = erasing;
  }

  @DynamoDbAttribute("gsi1_pk")
  @DynamoDbSecondaryPartitionKey(indexNames = "gsi1")
  public @Nullable String getIndexKey() {
    return indexKey;
  }

  public void setIndexKey(@Nullable String indexKey) {
    this.indexKey = indexKey;
  }

  @DynamoDbAttribute("gsi1_sk")
  @DynamoDbSecondarySortKey(indexNames = "gsi1")
  public @Nullable String getIndexSortKey() {
    return indexSortKey;
  }

  public void setIndexSortKey(@Nullable String indexSortKey) {
    this.indexSortKey = indexSortKey;
  }
}
