Feature: A page that does not exist
  Scenario: A visitor follows an old link
    Then the shop answers with 404
