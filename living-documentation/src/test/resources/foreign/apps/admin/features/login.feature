@accounts
Feature: Logging in
  As a clerk of the box office
  I want to log in with my card
  So that nobody sells tickets in my name

  Scenario: A clerk logs in with a card
    When the clerk shows a valid card
    Then the clerk is logged in

  Scenario: A clerk shows a card that has expired
    When the clerk shows an expired card
    Then the clerk is logged in

  Scenario: A clerk forgets the card
