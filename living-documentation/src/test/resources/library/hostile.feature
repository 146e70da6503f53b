@hostile
Feature: Titles <script>window.hacked = "feature"</script> & "others"
  A narrative with <img src=x onerror="window.hacked='narrative'"> and ![a picture](https://example.invalid/x.png)
  and [a link](javascript:alert(1)).

  Rule: A title is shown <b>as it is</b>, also "quoted" & 'so'

    Scenario: A book named Donaudampfschifffahrtsgesellschaftskapitaensmuetzenabzeichenverordnung </script><script>window.hacked = "scenario"</script>
      Given the library has these books
        | title                                      | copies |
        | <img src=x onerror="window.hacked='cell'"> | 1      |
      Then the shelf has 1 copies of "<img src=x onerror="

    Scenario Outline: A book of <title>
      Then a note says "<title>"

      Examples: <i>of markup</i>
        | title                             |
        | <svg onload=window.hacked='row'>  |
        | <svg onload=window.hacked='row'>  |
        | plain                             |
