package dev.students.spark.internal;

import dev.students.operations.AddressClaim;
import dev.students.operations.CheckRules;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Row;

/** Judges claims by address, and hands on what was found before. */
public final class JudgeAddresses implements MapPartitionsFunction<Row, Row> {

  private static final long serialVersionUID = 1L;

  @Override
  public Iterator<Row> call(Iterator<Row> rows) {
    return new Groups(rows, JudgedRow::group) {
      @Override
      void group(String address, Iterator<Row> members, Consumer<Row> result) {
        List<AddressClaim> claims = new ArrayList<>();
        while (members.hasNext()) {
          Row member = members.next();
          AddressClaim claim = JudgedRow.claim(member);
          if (claim == null) {
            result.accept(member);
          } else {
            claims.add(claim);
          }
        }
        CheckRules.address(claims).forEach(finding -> result.accept(JudgedRow.of(finding, "")));
      }

      @Override
      void end(Consumer<Row> result) {}
    };
  }
}
