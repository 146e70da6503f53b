package dev.students.benchmarks;

import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbBean;

/** A reservation of an e-mail address as the Enhanced Client maps it. */
@DynamoDbBean
@SuppressWarnings("MissingJavadoc")
public class ReservationBean extends ItemBean {

  private @Nullable String studentId;

  public @Nullable String getStudentId() {
    return studentId;
  }

  public void setStudentId(@Nullable String studentId) {
    this.studentId = studentId;
  }
}
