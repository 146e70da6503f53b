Feature: Looking a student up by student number
  Every enrolled student has a student number that never changes. Other systems keep
  that number and use it to see the student's profile, and they see it as it is now.

  Rule: A student number leads to the student's current profile

    Scenario: A student is looked up
      Given Grace Hopper is a student with the e-mail address grace@example.com
      When Grace is looked up by student number
      Then the profile found is Grace's

    Scenario: A change of the profile shows at once
      Given Grace Hopper is a student with the e-mail address grace@example.com
      And Grace's last name was changed to Murray
      When Grace is looked up by student number
      Then the profile found shows:
        | name | Grace Murray |

  Rule: A number that nobody has leads to nobody

    Scenario: A number was never given out
      When a student number that was never given out is looked up
      Then nobody is found

  Rule: Former students are shown only to those who ask for them

    Scenario: A former student is not found
      Given Grace Hopper is a former student
      When Grace is looked up by student number
      Then nobody is found

    Scenario: A former student is found among former students
      Given Grace Hopper is a former student
      When Grace is looked up by student number, former students included
      Then the profile found is Grace's
      And it is marked as a former student's
