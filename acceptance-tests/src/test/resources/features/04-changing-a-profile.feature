Feature: Changing a student's profile
  Names change and addresses change. A clerk gives what is new and everything else
  stays as it was. Two clerks may work on one profile at the same time; neither may
  undo the other's work without noticing.

  Rule: Only what is given changes

    Scenario Outline: A new <what> leaves the rest as it was
      Given Katherine Johnson is a student with the e-mail address kate@example.com and 40 XP
      When Katherine's <what> is changed to <new value>
      Then Katherine's profile shows:
        | name           | <name>           |
        | e-mail address | <e-mail address> |
        | experience     | 40 XP            |

      Examples:
        | what           | new value            | name              | e-mail address       |
        | first name     | Kate                 | Kate Johnson      | kate@example.com     |
        | last name      | Goble                | Katherine Goble   | kate@example.com     |
        | e-mail address | kj@nasa.example.com  | Katherine Johnson | kj@nasa.example.com  |

    Scenario: Several things change at once
      Given Katherine Johnson is a student with the e-mail address kate@example.com
      When Katherine's profile is changed to:
        | last name      | Goble             |
        | e-mail address | goble@example.com |
      Then Katherine's profile shows:
        | name           | Katherine Goble   |
        | e-mail address | goble@example.com |

    Scenario: A change that changes nothing is a mistake
      Given Katherine Johnson is a student with the e-mail address kate@example.com
      When Katherine's profile is changed without saying what is new
      Then this is refused because nothing to change was given

  Rule: A new address finds the student, and the old one is free again

    Scenario: The new address finds the student
      Given Katherine Johnson is a student with the e-mail address kate@example.com
      When Katherine's e-mail address is changed to Kate.Goble@Example.com
      Then a search for kate.goble@example.com finds Katherine

    Scenario: Somebody else can use the old address
      Given Katherine Johnson is a student with the e-mail address kate@example.com
      And Katherine's e-mail address was changed to goble@example.com
      When the school enrols Kate Bush with the e-mail address kate@example.com
      Then a search for kate@example.com finds Kate

    Scenario: Another student's address is refused
      Given Katherine Johnson is a student with the e-mail address kate@example.com
      And Dorothy Vaughan is a student with the e-mail address dorothy@example.com
      When Katherine's e-mail address is changed to Dorothy@Example.com
      Then this is refused because the e-mail address is taken
      And Katherine's profile shows:
        | e-mail address | kate@example.com |

    Scenario: A student's own address can be written in another way
      Given Katherine Johnson is a student with the e-mail address kate@example.com
      When Katherine's e-mail address is changed to Kate@Example.com
      Then Katherine's profile shows:
        | e-mail address | Kate@Example.com |
      And a search for kate@example.com finds Katherine

  Rule: New values are checked as on enrolment

    Scenario: A first name cannot be emptied
      Given Katherine Johnson is a student with the e-mail address kate@example.com
      When Katherine's first name is changed to "[spaces]"
      Then this is refused because that is not a name

    Scenario: An address must be one that can be written to
      Given Katherine Johnson is a student with the e-mail address kate@example.com
      When Katherine's e-mail address is changed to "kate.example.com"
      Then this is refused because that is not an e-mail address

  Rule: Nobody overwrites a change that they have not seen

    Scenario: A clerk works from an outdated profile
      Given Katherine Johnson is a student with the e-mail address kate@example.com
      And a clerk is looking at Katherine's profile
      And Katherine's last name was changed to Goble
      When the clerk changes the last name to Coleman
      Then this is refused because the profile has changed in the meantime
      And Katherine's profile shows:
        | name | Katherine Goble |

    Scenario: Of several clerks who change the same profile at the same moment, one succeeds
      Given Katherine Johnson is a student with the e-mail address kate@example.com
      When 6 clerks who look at Katherine's profile change it at the same moment
      Then exactly one of them succeeds
      And the others are refused because the profile has changed in the meantime

    Scenario: Two clerks change different things at the same moment
      Given Katherine Johnson is a student with the e-mail address kate@example.com
      When at the same moment one clerk changes Katherine's first name to Kate and another her last name to Goble
      Then Katherine's profile shows:
        | name | Kate Goble |

    Scenario: Earning XP does not outdate a profile
      Given Katherine Johnson is a student with the e-mail address kate@example.com
      And a clerk is looking at Katherine's profile
      And Katherine has earned 25 XP for a puzzle
      When the clerk changes the last name to Coleman
      Then Katherine's profile shows:
        | name       | Katherine Coleman |
        | experience | 25 XP             |

  Rule: Only a present student's profile can be changed

    Scenario: The student was never enrolled
      When somebody who was never enrolled is to be renamed
      Then this is refused because there is no such student

    Scenario: The student has left
      Given Katherine Johnson is a former student
      When Katherine's last name is changed to Goble
      Then this is refused because there is no such student
