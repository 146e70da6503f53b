Feature: Students in files
  A school brings its students along in a file, and takes them with it in one. A file
  can be taken in again at any time: what is there already is not done twice, and a line
  that is wrong keeps no other line out.

  Rule: The students of a file are enrolled, each of them once

    Scenario: A new class
      Given a file with these students:
        | name          | e-mail address  |
        | Ada Lovelace  | ada@example.com |
        | Linus Pauling | lin@example.com |
      When the school takes the file in
      Then the school is told that 2 students are new and 0 were there already
      And a search for ada@example.com finds Ada

    Scenario: The same file again
      Given a file with these students:
        | name          | e-mail address  |
        | Ada Lovelace  | ada@example.com |
        | Linus Pauling | lin@example.com |
      And the school has taken the file in
      When the school takes the file in
      Then the school is told that 0 students are new and 2 were there already

  Rule: A line that is wrong keeps no other line out

    Scenario: An e-mail address that somebody else has
      Given Lina Stern is a student with the e-mail address lin@example.com
      And a file with these students:
        | name          | e-mail address  |
        | Linus Pauling | lin@example.com |
        | Ada Lovelace  | ada@example.com |
      When the school takes the file in
      Then the school is told that 1 student is new and 0 were there already
      And line 2 of the file is refused: the e-mail address is another student's
      And a search for lin@example.com finds Lina

    Scenario: A name that is missing
      Given a file with these students:
        | name         | e-mail address  |
        | Ada Lovelace | ada@example.com |
        |              | bob@example.com |
      When the school takes the file in
      Then the school is told that 1 student is new and 0 were there already
      And line 3 of the file is refused: the first name must not be blank

  Rule: XP come along, and count once

    Scenario: A file with XP is taken in twice
      Given a file with these students:
        | name         | e-mail address  | XP  |
        | Ada Lovelace | ada@example.com | 120 |
      And the school has taken the file in
      When the school takes the file in
      Then Ada has 120 XP

  Rule: What is taken out has everything that can be taken in again

    Scenario: Students, XP and awards
      Given Lina Stern is a student with the e-mail address lina@example.com
      And Lina has earned 20 XP for a quiz
      When the school takes its students out into a file
      Then the file has Lina Stern with the e-mail address lina@example.com and 20 XP
      And the file has an award of 20 XP for Lina

    Scenario: Former students stay behind
      Given Lina Stern is a former student
      When the school takes its students out into a file
      Then the file has nothing of Lina
