Feature: Finding a student by e-mail address
  People know their e-mail address, not their student number. An address finds the
  student who uses it today, and nobody else. A new address may take a moment to
  become findable.

  Rule: An address finds the student who uses it

    Scenario: A student is found by the address
      Given Alan Turing is a student with the e-mail address alan@example.com
      And Ada Lovelace is a student with the e-mail address ada@example.com
      When somebody searches for alan@example.com
      Then Alan is found

    Scenario Outline: Capitals make no difference: <search>
      Given Alan Turing is a student with the e-mail address Alan@Example.com
      When somebody searches for <search>
      Then Alan is found

      Examples:
        | search           |
        | Alan@Example.com |
        | alan@example.com |
        | ALAN@EXAMPLE.COM |

  Rule: An address that no student uses finds nobody

    Scenario: Nobody ever used the address
      When somebody searches for nobody@example.com
      Then nobody is found

    Scenario: The student has changed to another address
      Given Alan Turing is a student with the e-mail address alan@example.com
      And Alan's e-mail address was changed to turing@example.com
      When somebody searches for alan@example.com
      Then nobody is found

    Scenario: The student has left
      Given Alan Turing is a student with the e-mail address alan@example.com
      And Alan has left the school
      When somebody searches for alan@example.com
      Then nobody is found
