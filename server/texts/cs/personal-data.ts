import { plural } from "../plural.ts";

const persons = (n: number) =>
  `${n} ${plural("cs")(n, { one: "osoba", few: "osoby", other: "osob" })}`;

/** Who was shown personal data, what is kept about one person, and how they are forgotten. */
export const personalData = {
  accesses: {
    title: "Přístupy k osobním údajům",
    subtitle:
      "Kdo si kdy zobrazil, vyhledal nebo vytiskl údaje účastníků. Jména tu nejsou, jen kódy.",
    columns: { when: "Kdy", who: "Kdo", what: "Co", whom: "Koho", project: "Projekt" },
    filters: { any: "Vše", person: "Uživatel", project: "Projekt", action: "Úkon" },
    actions: {
      view: "Zobrazení",
      search: "Hledání",
      export: "Export",
      print: "Výpis k tisku",
      "open-document": "Otevření dokumentu",
    },
    persons,
    nothing: "Výběru neodpovídá žádný přístup.",
    link: "Přístupy k osobním údajům",
  },
  record: {
    title: "Vše, co o osobě evidujeme",
    asOf: (date: string) => `Stav ke dni ${date}`,
    json: "Stáhnout jako soubor JSON",
    hidden: "Osoba se účastní i jiných projektů. Údaje z nich vydá ten, kdo je spravuje.",
    identity: "Osobní údaje",
    merged: "Sloučené záznamy",
    participation: (project: string) => `Účast v projektu ${project}`,
    factColumns: ["Údaj", "Hodnota"],
    values: {
      "in-person": "prezenčně",
      electronic: "elektronicky",
      invited: "pozván(a)",
      registered: "přihlášen(a)",
      waiting: "náhradník",
      declined: "odmítl(a)",
      withdrawn: "odhlášen(a)",
      present: "přítomen(a)",
      excused: "omluven(a)",
      absent: "nepřítomen(a)",
      "left-early": "odešel(la) dříve",
      pending: "čeká na odeslání",
      sending: "odesílá se",
      sent: "odesláno",
      failed: "nedoručeno",
      cancelled: "zrušeno",
      held: "pozastaveno",
      uncertain: "nejisté",
    },
    sections: {
      exits: { title: "Ukončení účasti", columns: ["Dne", "Situace", "Poznámka", "Zrušeno"] },
      support: { title: "Rozsah podpory", columns: ["Dne", "Zdroj", "Forma", "Minut"] },
      registrations: {
        title: "Přihlášky",
        columns: ["Kdy", "Projekt", "Akce", "Stav", "Organizace"],
      },
      attendances: { title: "Docházka", columns: ["Dne", "Akce", "Stav", "Minut"] },
      internshipDays: {
        title: "Stáže",
        columns: ["Dne", "Stáž", "Hostitel", "Minut", "Deník"],
      },
      documents: { title: "Dokumenty", columns: ["Nahráno", "Název", "Soubor"] },
      certificates: { title: "Osvědčení", columns: ["Vydáno", "Projekt", "Číslo", "Minut"] },
      mails: { title: "Odeslané zprávy", columns: ["Kdy", "Druh", "Stav"] },
      accesses: { title: "Kdo si údaje zobrazil", columns: ["Kdy", "Kdo", "Úkon", "Projekt"] },
    },
  },
  anonymisation: {
    title: "Anonymizace osoby",
    lead: "Zůstane kód osoby, pohlaví, věk při vstupu, kódy pro IS ESF a hodiny podpory, takže se nezmění žádný výsledek projektu.",
    keptUntil: (date: string) => `Záznamy projektů této osoby je nutné uchovat do ${date}.`,
    noRule: "Lhůta uchování záznamů není v pravidlech programu nastavena.",
    warning:
      "Jméno, datum narození, bydliště, kontakty, znevýhodnění a osobní dokumenty se nevratně smažou.",
    reason: "Důvod",
    reasons: {
      retention: "Uplynula lhůta uchování",
      request: "Oprávněná žádost osoby",
      mistake: "Osoba byla zapsána omylem",
    },
    note: "Odůvodnění",
    noteHint: "Bez osobních údajů; zůstane v historii. U žádosti a omylu je povinné.",
    isSure: "Rozumím, že to nelze vrátit",
    submit: "Anonymizovat",
  },
};
