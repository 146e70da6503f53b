Feature: Leaving the school
  A student who leaves disappears from everyday use but not from the records: the
  profile and the experience points are kept in case the student comes back.

  Rule: Whoever has left is not found any more

    Scenario: A student leaves
      Given Mary Jackson is a student with the e-mail address mary@example.com
      When Mary leaves the school
      Then Mary is not a student
      And a search for mary@example.com finds nobody

  Rule: The record of a former student is kept

    Scenario: Profile and experience are still there for those who ask for former students
      Given Mary Jackson is a student with the e-mail address mary@example.com and 120 XP
      And Mary has left the school
      When Mary is looked up by student number, former students included
      Then the profile found shows:
        | name           | Mary Jackson     |
        | e-mail address | mary@example.com |
        | experience     | 120 XP           |
      And it is marked as a former student's

  Rule: Leaving sets the e-mail address free

    Scenario: A newcomer uses the address of somebody who left
      Given Mary Jackson is a student with the e-mail address mary@example.com
      And Mary has left the school
      When the school enrols Marie Curie with the e-mail address mary@example.com
      Then a search for mary@example.com finds Marie

  Rule: Leaving twice is leaving once

    Scenario: The message that a student left comes twice
      Given Mary Jackson is a former student
      When Mary leaves the school
      Then this changes nothing in Mary's record

    Scenario: Leaving again does not free an address that is a newcomer's now
      Given Mary Jackson is a student with the e-mail address mary@example.com
      And Mary has left the school
      And Marie Curie is a student with the e-mail address mary@example.com
      When Mary leaves the school
      Then a search for mary@example.com finds Marie

  Rule: Only somebody who was enrolled can leave

    Scenario: Nobody was ever enrolled under the number
      When somebody who was never enrolled is to leave the school
      Then this is refused because there is no such student
