@lending
Feature: Lending books
  The library lends its books to readers, so that **everybody** can read what they could not buy.
  A book is lent for four weeks.

  Background:
    Given the library has these books
      | title         | copies |
      | Momo          | 1      |
      | The Neverending Story | 2 |

  Rule: A book is lent to one reader at a time
    Nobody waits for a book that stands on the shelf.

    Scenario: Asha borrows a book that is on the shelf
      When Asha borrows "Momo"
      Then the shelf has 0 copies of "Momo"

    Scenario: Ben asks for a book that is lent
      Given Asha has borrowed "Momo"
      When Ben borrows "Momo"
      Then Ben is told
        """
        "Momo" is lent.
        We write to you when it is back.
        """

  Rule: A book that is late costs a fee, and no more than five euros

    @fees
    Scenario Outline: Asha returns a book <days> days late
      When Asha returns "Momo" <days> days late
      Then Asha owes <fee> euros

      Examples: Within the first month
        | days | fee  |
        | 0    | 0.00 |
        | 1    | 0.20 |

      Examples: Much later
        | days | fee  |
        | 10   | 2.00 |
        | 30   | 5.00 |

  Rule: A reader who owes money borrows nothing
    Background:
      Given Asha owes the library 3.00 euros

    Scenario: Asha wants another book before paying
      When Asha borrows "Momo"
      Then Asha has no books
