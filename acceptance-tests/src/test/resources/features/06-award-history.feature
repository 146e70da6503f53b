Feature: The history of a student's awards
  Every award is on record, so that a student who wonders where the points came from,
  or went, gets an answer.

  Rule: The history lists every award once

    Scenario: Awards and deductions are listed
      Given Emmy Noether is a student with the e-mail address emmy@example.com
      And Emmy has earned 50 XP for a quiz
      And Emmy has earned 20 XP for a puzzle
      And Emmy has lost 15 XP for a hint
      When Emmy asks for the award history
      Then it lists:
        | quiz   | 50 XP  |
        | puzzle | 20 XP  |
        | hint   | -15 XP |

    Scenario: An award that was sent again is listed once
      Given Emmy Noether is a student with the e-mail address emmy@example.com
      And Emmy has earned 50 XP for a quiz
      And the award of 50 XP for the quiz was sent again
      When Emmy asks for the award history
      Then it lists:
        | quiz | 50 XP |

    Scenario: A refused deduction is not listed
      Given Emmy Noether is a student with the e-mail address emmy@example.com
      And Emmy has earned 50 XP for a quiz
      But a hint for 80 XP was refused to Emmy
      When Emmy asks for the award history
      Then it lists:
        | quiz | 50 XP |

    Scenario: A new student has no awards yet
      Given Emmy Noether is a student with the e-mail address emmy@example.com
      When Emmy asks for the award history
      Then it lists nothing

  Rule: A history is one student's own

    Scenario: Another student's awards are not listed
      Given Emmy Noether is a student with the e-mail address emmy@example.com
      And Sofia Kovalevskaya is a student with the e-mail address sofia@example.com
      And Emmy has earned 50 XP for a quiz
      And Sofia has earned 70 XP for a puzzle
      When Emmy asks for the award history
      Then it lists:
        | quiz | 50 XP |

    Scenario: There is no history of somebody who was never enrolled
      When the award history of somebody who was never enrolled is asked for
      Then this is refused because there is no such student
