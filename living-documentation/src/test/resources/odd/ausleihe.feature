# language: de
Funktionalität: Bücher ausleihen
  Die Bücherei verleiht Bücher.

  Regel: Ein Buch, das verspätet ist, kostet eine Gebühr

    Szenariogrundriss: Asha kommt <tage> Tage zu spät
      Angenommen the library has these books
        | title | copies |
        | Momo  | 1      |
      Wenn Asha returns "Momo" <tage> days late
      Dann Asha owes <euro> euros

      Beispiele:
        | tage | euro |
        | 1    | 0,20 |
