Feature: A page that is broken
  Scenario: The shop is out of order
    Then the shop answers with 500
