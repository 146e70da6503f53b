@truncation
Feature: Clearing a test table
  Testers start from nothing. A table that was made for testing, and says so, can be
  cleared in one go. Nothing but such a table may ever be cleared, so the tester has
  to confirm its name.

  @address:emptying-a-table-leaves-nothing-in-it
  Rule: Clearing a table leaves nothing in it

    Scenario: Every student is gone
      Given a test table of its own with 15 students
      When the tester clears the table
      Then the table holds nothing
      And the tester is told that everything in it was removed

    Scenario: The table is ready for use afterwards
      Given a test table of its own with 3 students
      And the tester has cleared the table
      When somebody enrols in it
      Then the table holds that student

  Rule: A trial run only counts

    Scenario: A trial run
      Given a test table of its own with 3 students
      When the tester makes a trial run
      Then the tester is told how much would be removed
      And the table still holds its 3 students

  @address:nothing-is-emptied-by-mistake
  Rule: Nothing is cleared by mistake

    Scenario: The tester names another table
      Given a test table of its own with 3 students
      When the tester clears the table but confirms another name
      Then clearing is refused
      And the table still holds its 3 students
