@payment
Feature: Paying

  Scenario: A card is charged once
    When the visitor pays by card
    Then the receipt is attached as a picture

  Scenario: A bank transfer is expected
    When the visitor pays by transfer
    Then the instructions are attached as text

  Scenario: A receipt is kept
    When the visitor pays by card
    Then the receipt is attached as a document

  Scenario: A drawing of the seats
    When the visitor chooses seats
    Then the plan of the seats is attached as a drawing

  Scenario: What was booked
    When the visitor pays by card
    Then the bookings are attached as a table

  Scenario: A page to look at
    Then a link to the shop is attached

  @flaky
  Scenario: The bank answers slowly
    When the bank answers at the second attempt
    Then the basket costs 0 euros

  Scenario: A voucher is redeemed
    Given vouchers are not sold yet
    Then the basket costs 0 euros

  Scenario: A voucher of another shop
    When the visitor redeems a voucher of another shop
