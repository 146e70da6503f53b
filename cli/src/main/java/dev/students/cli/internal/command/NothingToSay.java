package dev.students.cli.internal.command;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.students.cli.internal.output.Answer;
import dev.students.cli.internal.output.Outcome;
import java.io.PrintStream;

/** An answer of which nothing is written: it was already, or nobody reads it. */
record NothingToSay(Outcome outcome) implements Answer {

  @Override
  public void writeText(PrintStream out) {}

  @Override
  public void writeJson(JsonGenerator json) {}
}
