package dev.students.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DemoTest {

  @Test
  void showsEachOperationWithItsRequestsAndWhatTheyCost() {
    Run demo = Run.of("demo");

    assertThat(demo.exitCode()).as(demo.err()).isZero();
    assertThat(demo.out().lines().filter(line -> line.matches("[0-9]  .*"))).hasSize(8);
    assertThat(demo.out())
        .contains("TransactWriteItems", "GetItem", "Query", "4.5 read units and 28 write units");
    assertThat(demo.out().lines()).allMatch(line -> line.length() <= 80);
  }
}
