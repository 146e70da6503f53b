package dev.students.cli.internal.command;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.students.cli.internal.output.Answer;
import dev.students.cli.internal.output.Outcome;
import java.io.PrintStream;

/** An empty result: it was written already, or nobody reads it. */
record NothingToSay(Outcome outcome) implements Answer {

  @Override
  public void writeText(PrintStream out) {}

  @Override
  public void writeJson(JsonGenerator json) {}
}
