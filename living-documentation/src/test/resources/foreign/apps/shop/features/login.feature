@accounts
Feature: Logging in
  As a visitor
  I want to log in with my e-mail address
  So that I find my tickets again

  Background:
    Given a visitor with an account

  Scenario: A visitor logs in
    When the visitor logs in
    Then the visitor sees the tickets

  @flaky
  Scenario: A visitor logs in while the shop is busy
    When the visitor logs in at the second attempt
    Then the visitor sees the tickets

  Scenario: A visitor logs in with a code
    When the visitor enters the code 000000
    Then the visitor sees the tickets
