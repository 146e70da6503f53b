package dev.students.cli.internal.command;

import dev.students.cli.internal.output.Answer;
import dev.students.cli.internal.place.Place;
import dev.students.data.StudentId;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Lists a student's awards. */
@Command(
    name = "awards",
    description = "List the XP awarded to a student.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  students awards s-1",
      "  students awards s-1 --output json | jq '[.awards[].amount] | add'"
    })
@SuppressWarnings("NullAway.Init") // picocli sets what is required
final class AwardsCommand extends PlaceCommand {

  @Parameters(paramLabel = "ID", description = "The student's id.")
  private StudentId id;

  @Override
  Answer run(Place place) {
    return new AwardsAnswer(id, store(place).awards(id));
  }
}
