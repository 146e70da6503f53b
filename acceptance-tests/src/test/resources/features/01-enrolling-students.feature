Feature: Enrolling students
  A school enrols a student with a name and an e-mail address. The address is how
  people later find the student, so no two students may share one. Enrolments come
  in over unreliable networks and from several offices at once; neither may ever
  lead to a student enrolled twice.

  Rule: A newly enrolled student has a profile and no experience points yet

    Scenario: A student is enrolled
      When the school enrols Ada Lovelace with the e-mail address ada@example.com
      Then Ada's profile shows:
        | name           | Ada Lovelace    |
        | e-mail address | ada@example.com |
        | experience     | 0 XP            |

    Scenario: A name is kept exactly as it is written
      When the school enrols Zoë Ångström-O'Neill with the e-mail address zoe@example.com
      Then Zoë's profile shows:
        | name | Zoë Ångström-O'Neill |

    Scenario: An e-mail address is kept as the student writes it
      When the school enrols Grace Hopper with the e-mail address Grace.Hopper@Example.com
      Then Grace's profile shows:
        | e-mail address | Grace.Hopper@Example.com |

  Rule: An e-mail address belongs to one student at a time

    Scenario: An address in use is refused
      Given Ada Lovelace is a student with the e-mail address ada@example.com
      When the school enrols Augusta King with the e-mail address ada@example.com
      Then this is refused because the e-mail address is taken
      And Augusta is not a student

    Scenario: The same address in capitals is still the same address
      Given Ada Lovelace is a student with the e-mail address ada@example.com
      When the school enrols Augusta King with the e-mail address ADA@Example.COM
      Then this is refused because the e-mail address is taken
      And Augusta is not a student

    Scenario: Of several offices enrolling with one address at the same moment, one succeeds
      When 8 offices enrol a student with the e-mail address ada@example.com at the same moment
      Then exactly one of them succeeds
      And the others are refused because the e-mail address is taken

  Rule: An enrolment that is sent again enrols nobody twice

    Scenario: The answer to an enrolment got lost and the office sends it again
      Given the school enrolled Ada Lovelace with the e-mail address ada@example.com
      When the school sends Ada's enrolment again
      Then it is told of the student it had already enrolled

    Scenario: A student number is never given to a second student
      Given Ada Lovelace is a student with the e-mail address ada@example.com
      When the school enrols Alan Turing with the e-mail address alan@example.com under Ada's student number
      Then this is refused because the student number is taken
      And Ada's profile shows:
        | name | Ada Lovelace |

  Rule: A student needs a real name

    Scenario Outline: <what is wrong>
      When the school enrols a student with the first name "<first name>" and the last name "<last name>"
      Then this is refused because that is not a name

      Examples:
        | what is wrong               | first name | last name |
        | The first name is missing   |            | Lovelace  |
        | The last name is missing    | Ada        |           |
        | The first name is all space | [spaces]   | Lovelace  |
        | The last name is overlong   | Ada        | [a novel] |

  Rule: A student needs an e-mail address that can be written to

    Scenario Outline: <what is wrong>
      When the school enrols Ada Lovelace with the e-mail address "<e-mail address>"
      Then this is refused because that is not an e-mail address

      Examples:
        | what is wrong           | e-mail address        |
        | It is missing           |                       |
        | There is no @           | ada.example.com       |
        | Nobody is before the @  | @example.com          |
        | Nothing is after the @  | ada@                  |
        | There is a space in it  | ada lovelace@mail.com |
        | There are two @         | ada@home@example.com  |
