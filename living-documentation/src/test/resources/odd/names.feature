Feature: Names that nobody expected

  Background: The shelf
    It stands **behind** the door.
    Given the library has these books
      | title | copies |
      | Momo  | 1      |

  Scenario: A scenario outside of any rule
    Then the shelf has 7 copies of "Momo"

  Rule: Names are not numbers

    Scenario: Name
      Then the shelf has 1 copies of "Momo"

    Scenario: Name
      Then the shelf has 2 copies of "Momo"

    Scenario: Name 2
      Then the shelf has 1 copies of "Momo"

  Rule: Names are not numbers heading

    Scenario: Name
      Then the shelf has 1 copies of "Momo"

  Rule: The door must be open

    @locked
    Scenario: It is locked
      Then the shelf has 1 copies of "Momo"

    @untidy
    Scenario: Somebody leaves a mess
      Then the shelf has 1 copies of "Momo"

  Rule: The shelf can be seen

    Scenario Outline: Looking at it <times> times
      Then the shelf looks the same <times> times

      Examples:
        | times |
        | 1     |
        | 2     |
