/** Papers printed for an event. */
export const sheets = {
  title: "Prezenční listina",
  printHint: "Stránku vytiskněte z prohlížeče (Ctrl+P). Čísla řádků odpovídají zápisu docházky.",
  days: "Termín",
  place: "Místo",
  lecturers: "Lektor",
  accreditation: "Číslo akreditace",
  qr: "QR kód se zápisem docházky",
  number: "Č.",
  person: "Příjmení a jméno, organizace",
  signature: "Podpis",
  lecturerSignature: "Podpis lektora:",
  card: {
    title: "Karta účastníka",
    printHint: "Stránku vytiskněte z prohlížeče (Ctrl+P), každá karta je na samostatném listu.",
    fields: {
      name: "Jméno a příjmení",
      bornOn: "Datum narození",
      sex: "Pohlaví",
      address: "Trvalé bydliště",
      email: "E-mail",
      phone: "Telefon",
      organisation: "Zaměstnavatel (organizace)",
    },
    questions: {
      "esf-labour-status": "Postavení na trhu práce",
      "esf-education": "Nejvyšší dosažené vzdělání",
      "esf-disadvantage": "Znevýhodnění (lze označit více možností)",
    },
    none: "žádné z uvedených",
    refused: "nechci uvést",
    notice:
      "Údaje se zpracovávají pro sledování podpory z Evropského sociálního fondu plus. Údaje o znevýhodnění jsou dobrovolné.",
    signature: "Datum a podpis účastníka:",
  },
};
