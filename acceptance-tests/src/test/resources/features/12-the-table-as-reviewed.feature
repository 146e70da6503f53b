@read-only
Feature: The table as it was reviewed
  What was reviewed and what is running must be the same thing. These checks change
  nothing, so they can be made anywhere, on the production system too.

  Rule: The table is the one that the reviewed infrastructure describes

    Scenario: Its structure is the reviewed one
      When the running table is compared with the reviewed one
      Then it is laid out as reviewed

    Scenario: Its index is the reviewed one
      When the running table is compared with the reviewed one
      Then its index is laid out as reviewed

    Scenario: Its protections are the reviewed ones
      When the running table is compared with the reviewed one
      Then it is protected as reviewed

  Rule: Whoever is not there is not found

    Scenario: A number that was never given out
      When a student number that was never given out is looked up
      Then nobody is found

    Scenario: An address that nobody uses
      When somebody searches for nobody@example.com
      Then nobody is found

  Rule: Whoever is there is found

    @known-student
    Scenario: A student who is known to be there is found by number and by address
      When the student who is known to be there is looked up by student number
      Then a search for that student's address leads to the same student
