Feature: Erasing a student
  Somebody who asks to be forgotten must be. Unlike leaving, erasing keeps no record:
  profile, address and award history go for good.

  Rule: Nothing of an erased student is left

    Scenario: Neither the number nor the address leads anywhere
      Given Rosalind Franklin is a student with the e-mail address rosalind@example.com
      When Rosalind is erased
      Then not even among former students is there a trace of Rosalind
      And a search for rosalind@example.com finds nobody

    Scenario: The award history is gone too
      Given Rosalind Franklin is a student with the e-mail address rosalind@example.com
      And Rosalind has earned 50 XP for a quiz
      And Rosalind has earned 20 XP for a puzzle
      When Rosalind is erased
      Then nothing of Rosalind is on record

    Scenario: A former student can be erased
      Given Rosalind Franklin is a former student
      When Rosalind is erased
      Then nothing of Rosalind is on record

  Rule: Erasing one student touches no other

    Scenario: The address is free for somebody else
      Given Rosalind Franklin is a student with the e-mail address rosalind@example.com
      And Rosalind has been erased
      When the school enrols Rosa Parks with the e-mail address rosalind@example.com
      Then a search for rosalind@example.com finds Rosa

    Scenario: A former student's address that is a newcomer's now stays the newcomer's
      Given Rosalind Franklin is a student with the e-mail address rosalind@example.com
      And Rosalind has left the school
      And Rose Dieng is a student with the e-mail address rosalind@example.com
      When Rosalind is erased
      Then a search for rosalind@example.com finds Rose
      And nobody else can be enrolled with rosalind@example.com

  Rule: Erasing again is no mistake

    Scenario: The request to erase comes twice
      Given Rosalind Franklin is a student with the e-mail address rosalind@example.com
      And Rosalind has been erased
      When Rosalind is erased
      Then nothing of Rosalind is on record

  Rule: A long history goes as completely as a short one

    Scenario: A history of many lessons is gone too
      Given Rosalind Franklin is a student with the e-mail address rosalind@example.com
      And Rosalind has earned 1 XP for each of 100 lessons
      When Rosalind is erased
      Then nothing of Rosalind is on record
