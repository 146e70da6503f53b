Feature: Students from the previous student system
  The school has students that its previous student system recorded, which knew fewer
  things about a student and did not watch over e-mail addresses. They are students
  like all others: nobody has to move them over first.

  @address:students-of-the-older-program-are-found-like-all-others
  Rule: Students from the previous system are found like all others

    Scenario: By student number
      Given the previous system recorded Linus Pauling with the e-mail address linus@example.com and 300 XP
      When Linus is looked up by student number
      Then the profile found shows:
        | name           | Linus Pauling     |
        | e-mail address | linus@example.com |
        | experience     | 300 XP            |

    Scenario: By e-mail address
      Given the previous system recorded Linus Pauling with the e-mail address linus@example.com and 300 XP
      When somebody searches for Linus@Example.com
      Then Linus is found

  @address:whom-the-older-program-marked-as-gone-is-a-former-student
  Rule: Whom the previous system marked as gone is a former student

    @address:a-student-whom-the-older-program-marked-as-gone-is-not-found-by-way
    Scenario Outline: A student whom the previous system marked as gone is not found by <way>
      Given the previous system recorded Linus Pauling with the e-mail address linus@example.com and 300 XP
      And the previous system marked Linus as gone
      When Linus is looked for by <way>
      Then nobody is found

      Examples:
        | way            |
        | student number |
        | e-mail address |

    @address:a-former-student-of-the-older-program-can-come-back
    Scenario: A former student from the previous system can come back
      Given the previous system recorded Linus Pauling with the e-mail address linus@example.com and 300 XP
      And the previous system marked Linus as gone
      When Linus comes back
      Then Linus has 300 XP
      And a search for linus@example.com finds Linus

  @address:students-of-the-older-program-can-do-what-all-students-can
  Rule: Students from the previous system can do what all students can

    Scenario: They earn XP
      Given the previous system recorded Linus Pauling with the e-mail address linus@example.com and 300 XP
      When Linus earns 20 XP for a puzzle
      Then Linus has 320 XP

    Scenario: Their profile can be changed
      Given the previous system recorded Linus Pauling with the e-mail address linus@example.com and 300 XP
      When Linus's first name is changed to Carl
      Then Linus's profile shows:
        | name           | Carl Pauling      |
        | e-mail address | linus@example.com |
        | experience     | 300 XP            |

    Scenario: They can leave
      Given the previous system recorded Linus Pauling with the e-mail address linus@example.com and 300 XP
      When Linus leaves the school
      Then Linus is not a student
      And a search for linus@example.com finds nobody

  Rule: From its first change on, such a student's address is guarded

    Scenario: Nobody else is enrolled with the address afterwards
      Given the previous system recorded Linus Pauling with the e-mail address linus@example.com and 300 XP
      And Linus's first name was changed to Carl
      When the school enrols Linus Torvalds with the e-mail address linus@example.com
      Then this is refused because the e-mail address is taken

  Rule: An address that two already share stays with the one enrolled with it

    Scenario: The other one's leaving does not free it
      Given the previous system recorded Linus Pauling with the e-mail address linus@example.com and 300 XP
      And Lina Stern is a student with the e-mail address linus@example.com
      When Linus leaves the school
      Then a search for linus@example.com finds Lina
      And nobody else can be enrolled with linus@example.com

    Scenario: The other one's change of name does not fail for it
      Given the previous system recorded Linus Pauling with the e-mail address linus@example.com and 300 XP
      And Lina Stern is a student with the e-mail address linus@example.com
      When Linus's first name is changed to Carl
      Then Linus's profile shows:
        | name | Carl Pauling |
