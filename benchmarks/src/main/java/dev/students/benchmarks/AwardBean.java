package dev.students.benchmarks;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbBean;

/** An award as the Enhanced Client maps it. */
@DynamoDbBean
@SuppressWarnings("MissingJavadoc")
public class AwardBean extends ItemBean {

  private @Nullable Long amount;
  private @Nullable Instant awardedAt;

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
