@truncation
Feature: Emptying a test table
  Testers start from nothing. A table that was made for testing, and says so, can be
  emptied in one go. Nothing but such a table may ever be emptied, so the tester has
  to confirm its name.

  Rule: Emptying a table leaves nothing in it

    Scenario: Every student is gone
      Given a test table of its own with 15 students
      When the tester empties the table
      Then the table holds nothing
      And the tester is told that everything in it was removed

    Scenario: The table is ready for use afterwards
      Given a test table of its own with 3 students
      And the tester has emptied the table
      When somebody enrols in it
      Then the table holds that student

  Rule: A trial run only counts

    Scenario: A trial run
      Given a test table of its own with 3 students
      When the tester tries out the emptying
      Then the tester is told how much would be removed
      And the table still holds its 3 students

  Rule: Nothing is emptied by mistake

    Scenario: The tester names another table
      Given a test table of its own with 3 students
      When the tester empties the table but confirms another name
      Then the emptying is refused
      And the table still holds its 3 students
