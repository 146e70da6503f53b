package dev.students.local.internal.calls;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class ItemSizeTest {

  @Test
  void textSize_isItsUtf8Length() {
    assertThat(of("né", AttributeValue.fromS("Zoë €"))).isEqualTo(3 + 8);
  }

  @ParameterizedTest
  @CsvSource({"0, 1", "7, 2", "42, 2", "421, 3", "1000000, 2", "0.0012, 2", "-42, 2"})
  void numberSize_isOneBytePerTwoDigitsPlusOne(String number, int bytes) {
    assertThat(of("n", AttributeValue.fromN(number))).isEqualTo(1 + bytes);
  }

  @Test
  void booleanAndNullSize_isOneByte() {
    assertThat(of("b", AttributeValue.fromBool(true))).isEqualTo(2);
    assertThat(of("b", AttributeValue.fromNul(true))).isEqualTo(2);
  }

  @Test
  void binarySize_isItsLength() {
    assertThat(of("b", AttributeValue.fromB(SdkBytes.fromByteArray(new byte[7])))).isEqualTo(8);
  }

  @Test
  void setSize_isThatOfItsElements() {
    assertThat(of("s", AttributeValue.fromSs(List.of("ab", "c")))).isEqualTo(4);
    assertThat(of("s", AttributeValue.fromNs(List.of("42", "7")))).isEqualTo(5);
  }

  @Test
  void documentSize_isThreeBytesAndOnePerElement() {
    assertThat(of("l", AttributeValue.fromL(List.of()))).isEqualTo(1 + 3);
    assertThat(of("l", AttributeValue.fromL(List.of(AttributeValue.fromS("ab")))))
        .isEqualTo(1 + 3 + 1 + 2);
    assertThat(of("m", AttributeValue.fromM(Map.of("k", AttributeValue.fromS("ab")))))
        .isEqualTo(1 + 3 + 1 + 1 + 2);
  }

  private static long of(String name, AttributeValue value) {
    return ItemSize.of(Map.of(name, value));
  }
}
