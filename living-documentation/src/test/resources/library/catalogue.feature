Feature: Finding books
  A reader finds a book by what they remember of it.

  Scenario: The catalogue knows every book
    Given the library has these books
      | title | copies |
      | Momo  | 1      |
    Then the catalogue lists "Momo"

  @unfinished
  Rule: A book is found by a part of its title

    Scenario: Ben remembers one word
      Given the library has these books
        | title | copies |
        | Momo  | 1      |
      When Ben looks for "mo"
      Then Ben finds "Momo"

  @unfinished
  Rule: A book is found by its author

    Scenario: Ben remembers the author
      Given the library cannot do this yet
      Then the catalogue lists "Momo"

  @unfinished
  Rule: A book is found in the dark

    Scenario: The lights are out
      Given the lights are out
      Then the catalogue lists "Momo"
