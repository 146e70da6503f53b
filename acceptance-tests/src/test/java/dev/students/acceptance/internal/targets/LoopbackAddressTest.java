package dev.students.acceptance.internal.targets;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LoopbackAddressTest {

  @ParameterizedTest
  @CsvSource({
    "http://localhost:4566, http://127.0.0.1:4566",
    "https://LOCALHOST/, https://127.0.0.1/",
    "http://localhost.localstack.cloud:4566, http://localhost.localstack.cloud:4566",
    "http://localhost.example.com, http://localhost.example.com",
    "http://emulator.test/?next=//localhost, http://emulator.test/?next=//localhost",
    "http://[::1]:4566, http://[::1]:4566",
  })
  void endpoint_checkedHost_isTheHostUsed(String checked, String used) {
    assertThat(LoopbackAddress.of(URI.create(checked))).isEqualTo(URI.create(used));
  }
}
