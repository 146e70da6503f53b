Feature: Earning experience points
  Students earn experience points (XP) from puzzles, quizzes and peers, and may lose
  some, for instance for hints. Points arrive from many sources at once, and a source
  that hears no answer sends its award again. Every award counts, and counts once.

  Rule: An award adds to what the student has

    Scenario: A student earns XP
      Given Tim Lee is a student with 100 XP
      When Tim earns 50 XP for a quiz
      Then Tim has 150 XP

    Scenario: Awards from several sources at once all count
      Given Tim Lee is a student with 100 XP
      When 10 sources award Tim 5 XP each at the same moment
      Then Tim has 150 XP

  Rule: The same award counts once

    Scenario: An award is sent again because its answer got lost
      Given Tim Lee is a student with 100 XP
      And Tim has earned 50 XP for a quiz
      When the award of 50 XP for the quiz is sent again
      Then the sender is told that it had already been counted
      And Tim has 150 XP

    Scenario: The same award arrives many times at the same moment
      Given Tim Lee is a student with 100 XP
      When one award of 50 XP arrives for Tim 6 times at the same moment
      Then it is counted for one of them, and the others are told so
      And Tim has 150 XP

    Scenario: An award cannot change its amount afterwards
      Given Tim Lee is a student with 100 XP
      And Tim has earned 50 XP for a quiz
      When the award for the quiz is sent again with 80 XP
      Then this is refused because the award was for another amount
      And Tim has 150 XP

    Scenario: An award sent again after the student left is still recognised
      Given Tim Lee is a student with 100 XP
      And Tim has earned 50 XP for a quiz
      And Tim has left the school
      When the award of 50 XP for the quiz is sent again
      Then the sender is told that it had already been counted

    Scenario: Awards whose names differ only in capitals are two awards
      Given Tim Lee is a student with 100 XP
      And Tim has earned 50 XP for the award named "essay-a"
      When Tim earns 20 XP for the award named "Essay-A"
      Then Tim has 170 XP

  Rule: XP can be taken away, but never more than there is

    Scenario: A hint costs XP
      Given Tim Lee is a student with 100 XP
      When Tim loses 30 XP for a hint
      Then Tim has 70 XP

    Scenario: The last XP can be spent
      Given Tim Lee is a student with 100 XP
      When Tim loses 100 XP for a hint
      Then Tim has 0 XP

    Scenario: A hint that the student cannot pay is refused
      Given Tim Lee is a student with 100 XP
      When Tim loses 101 XP for a hint
      Then this is refused because there is not enough XP
      And Tim has 100 XP

    Scenario: Of two hints at the same moment, one is refused when the XP suffice for one
      Given Tim Lee is a student with 100 XP
      When 2 sources take 60 XP each from Tim at the same moment
      Then exactly one of them succeeds
      And the others are refused because there is not enough XP
      And Tim has 40 XP

  Rule: There is a most that a student can have

    Scenario: The most is reached exactly
      Given Tim Lee is a student with 9,007,199,254,740,990 XP
      When Tim earns 1 XP for a quiz
      Then Tim has 9,007,199,254,740,991 XP

    Scenario: An award beyond it is refused
      Given Tim Lee is a student with 9,007,199,254,740,990 XP
      When Tim earns 2 XP for a quiz
      Then this is refused because nobody can have that much XP
      And Tim has 9,007,199,254,740,990 XP

  Rule: Only present students earn XP

    Scenario: A former student earns nothing
      Given Tim Lee is a former student
      When Tim earns 50 XP for a quiz
      Then this is refused because there is no such student

    Scenario: Somebody who was never enrolled earns nothing
      When somebody who was never enrolled earns 50 XP
      Then this is refused because there is no such student
      And no student has come into being by it
