package dev.students.benchmarks;

import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbBean;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbPartitionKey;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbSortKey;

/** A reservation of an e-mail address as the Enhanced Client maps it. */
@DynamoDbBean
@SuppressWarnings("MissingJavadoc")
public class ReservationBean {

  private @Nullable String pk;
  private @Nullable String sk;
  private @Nullable String entityType;
  private @Nullable String studentId;

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

  public @Nullable String getStudentId() {
    return studentId;
  }

  public void setStudentId(@Nullable String studentId) {
    this.studentId = studentId;
  }
}
