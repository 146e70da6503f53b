# language: de
Funktionalität: Eintrittskarten kaufen
  Als Besucherin
  möchte ich Karten kaufen,
  damit ich nicht anstehen muss.

  Regel: Kinder zahlen die Hälfte

    Szenario: Ein Kind kauft eine Karte
      Wenn ein Kind 1 Karte kauft
      Dann kostet es 6 Euro

    Szenario: Zwei Kinder kaufen Karten
      Wenn ein Kind 2 Karten kauft
      Dann kostet es 12 Euro

  Regel: Wer zu spät kommt, zahlt voll

    Szenario: Nach Beginn der Vorstellung
      Wenn ein Kind 1 Karte kauft
      Dann kostet es 12 Euro
