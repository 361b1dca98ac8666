import { plural } from "../plural.ts";

const papers = plural("cs");

const subjects = {
  project: "Projekt",
  event: "Akce",
  internship: "Stáž",
  output: "Výstup",
  expenditure: "Výdaj",
};

/** Papers that projects owe. */
export const documentRequirements = {
  title: "Povinné dokumenty",
  file: "povinne-dokumenty",
  xlsx: "Stáhnout jako Excel",
  summary: (present: number, owed: number) =>
    `Doloženo nebo prominuto ${present} z ${owed} povinných dokumentů.`,
  count: (n: number) =>
    `${n} ${papers(n, { one: "povinný dokument", few: "povinné dokumenty", other: "povinných dokumentů" })}`,
  subjects,
  allSubjects: "Všechno",
  show: { label: "Zobrazit", missing: "Jen chybějící", all: "Všechny" },
  columns: {
    name: "Dokument",
    object: "Patří k",
    owedOn: "Má být od",
    state: "Stav",
    reason: "Proč není potřeba",
    action: "Akce",
  },
  states: { missing: "Chybí", present: "Doloženo", waived: "Není potřeba" },
  upload: "Nahrát",
  open: "Otevřít",
  waive: "Není potřeba",
  unwaive: "Přece je potřeba",
  waiver: {
    title: "Dokument není potřeba",
    reason: "Proč ho projekt nemusí mít",
    submit: "Uložit",
  },
  nothingOwed: {
    text: "Projekt zatím žádný povinný dokument mít nemusí.",
    detail: "Povinné dokumenty se ukážou, jakmile projekt začne a proběhnou jeho akce a stáže.",
  },
  complete: { text: "Nic nechybí, všechny povinné dokumenty jsou doložené." },
  completeHere: "Tady nic nechybí.",
  clear: "Zrušit filtr",
  definitions: {
    title: "Povinné dokumenty",
    subtitle: "Co má být doloženo u projektu, akce, stáže, výstupu a výdaje.",
    add: "Přidat povinný dokument",
    newTitle: "Nový povinný dokument",
    editTitle: "Upravit povinný dokument",
    since: (day: string) => `od ${day}`,
    finishedProject: "po ukončení",
    provedBy: (what: string) => `doklad účasti – ${what}`,
    every: {
      project: "Projekt v realizaci",
      event: "Každá akce",
      internship: "Každá stáž",
      output: "Každý splněný výstup",
      expenditure: "Každý zaúčtovaný výdaj kromě mezd",
    },
    columns: { name: "Dokument", appliesTo: "Platí pro", category: "Druh", validity: "Platnost" },
    fields: {
      appliesTo: "Platí pro",
      category: "Druh dokumentu",
      isMetByCategory: "Stačí kterýkoli dokument tohoto druhu u záznamu",
      isSignedOriginal: "Musí to být podepsaný originál",
      dueDays: "Doložit do kolika dnů",
      source: "Odkud povinnost plyne",
    },
    hints: {
      isMetByCategory:
        "Jinak se doloží jen souborem, který někdo nahraje na stránce povinných dokumentů.",
      validity: "Rozhoduje den, od kterého má být dokument doložen.",
      dueDays:
        "Od konce akce nebo stáže, splnění výstupu či zahájení projektu. Potom je dokument po termínu.",
    },
  },
  history: {
    "document.waived": "Povinný dokument prominut",
    "document.unwaived": "Povinný dokument je znovu potřeba",
    "document-requirement.created": "Přidán povinný dokument",
    "document-requirement.edited": "Upraven povinný dokument",
  },
  fields: {
    requirement: "Povinný dokument",
    reason: "Důvod",
    nameCs: "Česky",
    nameEn: "Anglicky",
    appliesTo: "Platí pro",
    category: "Druh",
    isSignedOriginal: "Podepsaný originál",
    isMetByCategory: "Stačí kterýkoli dokument druhu",
    dueDays: "Doložit do (dnů)",
    validFrom: "Platí od",
    validTo: "Platí do",
    source: "Odkud povinnost plyne",
    position: "Pořadí",
  },
};
