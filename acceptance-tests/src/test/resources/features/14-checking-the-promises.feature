Feature: Checking the promises
  Whoever looks after the students' table can ask at any time whether it keeps what is
  promised here. What is found is told by student number, never by name or address.

  Rule: A student who was only ever changed in this system is sound

    Scenario: Enrolled, awarded, changed and come back
      Given Lina Stern is a student with the e-mail address lina@example.com
      And Lina has earned 20 XP for a quiz
      And Lina has left the school
      And Lina has come back
      When the table is checked
      Then nothing is found about Lina

  Rule: A check finds whose e-mail address nobody guards

    Scenario: A student from the previous student system
      Given the previous system recorded Linus Pauling with the e-mail address linus@example.com and 300 XP
      When the table is checked
      Then it is found that nobody guards Linus's e-mail address

    Scenario: Two students with one address
      Given the previous system recorded Linus Pauling with the e-mail address linus@example.com and 300 XP
      And the previous system recorded Lina Stern with the e-mail address linus@example.com and 10 XP
      When the table is checked
      Then it is found that Linus and Lina share an e-mail address

  Rule: A check finds former students who could still be found

    Scenario: Marked as gone by the previous student system
      Given the previous system recorded Linus Pauling with the e-mail address linus@example.com and 300 XP
      And the previous system marked Linus as gone
      When the table is checked
      Then it is found that Linus is still found by e-mail address
