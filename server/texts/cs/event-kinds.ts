/** Kinds of events and what each proposes. */
export const eventKinds = {
  title: "Druhy akcí",
  subtitle: "Co druh navrhne, může každá akce změnit. Změna druhu se netýká akcí už založených.",
  add: "Přidat druh",
  columns: {
    label: "Druh",
    support: "Počítá se do podpory",
    closing: "Doklad účasti",
    confidential: "Důvěrná",
    count: "Akcí",
  },
  form: {
    newTitle: "Nový druh akce",
    editTitle: "Upravit druh akce",
    codeHint: "Malá písmena bez diakritiky, číslice a pomlčka; později se nemění.",
    lead: "Akce, které tohoto druhu už jsou, se nezmění.",
    countsAsSupport: "Navrhnout započítání do podpory osob",
    closing: "Navržený doklad účasti",
    isConfidential: "Navrhnout jako důvěrnou",
    isMeeting: "Je to jednání: má program, zápis a úkoly",
  },
  history: {
    "event-kind.created": "Přidán druh akce",
    "event-kind.edited": "Upraven druh akce",
  },
  fields: {
    labelCs: "Česky",
    labelEn: "Anglicky",
    countsAsSupport: "Počítá se do podpory",
    isMeeting: "Jednání",
    isConfidential: "Důvěrná",
    closing: "Doklad účasti",
    position: "Pořadí",
    validFrom: "Platí od",
    validTo: "Platí do",
  },
};
