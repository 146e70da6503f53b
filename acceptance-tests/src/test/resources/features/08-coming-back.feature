Feature: Coming back to the school
  A former student who returns continues where the record ended: same student
  number, same experience points, and the same e-mail address unless somebody else
  uses it now.

  Rule: A returning student has the profile and experience of before

    Scenario: A student returns
      Given Hedy Lamarr is a student with the e-mail address hedy@example.com and 75 XP
      And Hedy has left the school
      When Hedy comes back
      Then Hedy's profile shows:
        | name           | Hedy Lamarr      |
        | e-mail address | hedy@example.com |
        | experience     | 75 XP            |
      And a search for hedy@example.com finds Hedy

    Scenario: A returned student is not marked as a former student
      Given Hedy Lamarr is a former student
      And Hedy has come back
      When Hedy is looked up by student number, former students included
      Then the profile found is Hedy's
      And it is not marked as a former student's

    Scenario: A returned student can earn XP again
      Given Hedy Lamarr is a former student
      And Hedy has come back
      When Hedy earns 30 XP for a puzzle
      Then Hedy has 30 XP

  Rule: Nobody's address is taken away by a return

    Scenario: The address is another student's by now
      Given Hedy Lamarr is a student with the e-mail address hedy@example.com
      And Hedy has left the school
      And Heidi Kiesler is a student with the e-mail address Hedy@Example.com
      When Hedy comes back
      Then this is refused because the e-mail address is taken
      And Hedy is not a student

    Scenario: After a return the address is the student's again
      Given Hedy Lamarr is a student with the e-mail address hedy@example.com
      And Hedy has left the school
      And Hedy has come back
      When the school enrols Heidi Kiesler with the e-mail address hedy@example.com
      Then this is refused because the e-mail address is taken

  Rule: Whoever is here already cannot come back

    Scenario: The message that a student is back comes twice
      Given Hedy Lamarr is a student with the e-mail address hedy@example.com
      When Hedy comes back
      Then this changes nothing in Hedy's record

    Scenario: Nobody was ever enrolled under the number
      When somebody who was never enrolled is to come back
      Then this is refused because there is no such student
