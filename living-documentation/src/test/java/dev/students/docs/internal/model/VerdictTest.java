package dev.students.docs.internal.model;

import static dev.students.docs.internal.model.Verdict.FAILED;
import static dev.students.docs.internal.model.Verdict.NOT_RUN;
import static dev.students.docs.internal.model.Verdict.PARTLY_RUN;
import static dev.students.docs.internal.model.Verdict.PASSED;
import static dev.students.docs.internal.model.Verdict.SKIPPED;
import static dev.students.docs.internal.model.Verdict.UNDEFINED;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

class VerdictTest {

  @ParameterizedTest
  @EnumSource(mode = Mode.EXCLUDE, names = "PASSED")
  void ofRule_besideAnyOtherVerdict_isNotPassed(Verdict other) {
    assertThat(Verdict.ofRule(List.of(PASSED, other, PASSED))).isNotEqualTo(PASSED);
  }

  @Test
  void ofRule_severalScenarios_isTheWorst() {
    assertThat(Verdict.ofRule(List.of(PASSED, PASSED))).isEqualTo(PASSED);
    assertThat(Verdict.ofRule(List.of(UNDEFINED, FAILED, SKIPPED))).isEqualTo(FAILED);
    assertThat(Verdict.ofRule(List.of(UNDEFINED, SKIPPED))).isEqualTo(UNDEFINED);
    assertThat(Verdict.ofRule(List.of(PASSED, NOT_RUN))).isEqualTo(PARTLY_RUN);
    assertThat(Verdict.ofRule(List.of(NOT_RUN, NOT_RUN))).isEqualTo(NOT_RUN);
    assertThat(Verdict.ofRule(List.of())).isEqualTo(NOT_RUN);
  }

  @Test
  void acrossEnvironments_provedInOne_isPassedUnlessAnotherContradicts() {
    assertThat(Verdict.acrossEnvironments(List.of(PASSED, NOT_RUN))).isEqualTo(PASSED);
    assertThat(Verdict.acrossEnvironments(List.of(PARTLY_RUN, PASSED))).isEqualTo(PASSED);
    assertThat(Verdict.acrossEnvironments(List.of(PASSED, SKIPPED))).isEqualTo(SKIPPED);
    assertThat(Verdict.acrossEnvironments(List.of(PASSED, FAILED))).isEqualTo(FAILED);
    assertThat(Verdict.acrossEnvironments(List.of(NOT_RUN, PARTLY_RUN))).isEqualTo(PARTLY_RUN);
  }
}
