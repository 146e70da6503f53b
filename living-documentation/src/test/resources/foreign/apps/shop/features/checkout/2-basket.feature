Feature: The basket
  Holds tickets for ten minutes.

  Scenario: Balance is 5
    Then the balance is 5

  Scenario: Balance is -5
    Then the balance is -5

  Scenario Outline: <count> tickets cost <price> euros
    When <count> tickets are put into the basket
    Then the basket costs <price> euros

    Examples: One price each
      | count | price |
      | 1     | 12    |
      | 2     | 24    |
      | 3     | 36    |
      | 4     | 48    |
      | 5     | 60    |
      | 6     | 72    |
      | 7     | 84    |
      | 8     | 96    |
      | 9     | 108   |
      | 10    | 120   |
      | 11    | 132   |
      | 12    | 144   |
      | 13    | 156   |
      | 14    | 168   |
      | 15    | 180   |
      | 16    | 192   |
      | 17    | 204   |
      | 18    | 216   |
      | 19    | 228   |
      | 20    | 240   |
      | 21    | 252   |
      | 22    | 264   |
      | 23    | 276   |
      | 24    | 288   |
      | 25    | 300   |
      | 26    | 312   |
      | 27    | 324   |
      | 28    | 336   |
      | 29    | 348   |
      | 30    | 360   |
      | 31    | 372   |
      | 32    | 384   |
      | 33    | 396   |
      | 34    | 408   |
      | 35    | 420   |
      | 36    | 432   |
      | 37    | 400   |
      | 38    | 456   |
      | 39    | 468   |
      | 40    | 480   |
      | 41    | 492   |
      | 42    | 504   |
      | 43    | 516   |
      | 44    | 528   |
      | 45    | 540   |
      | 46    | 552   |
      | 47    | 564   |
      | 48    | 576   |
      | 49    | 588   |
      | 50    | 600   |
