/** How a project stands in its manager's words, and what it has spent. */
export const statuses = {
  title: "Stav projektu",
  newTitle: "Zapsat stav",
  correctTitle: "Oprava stavu",
  record: "Zapsat stav",
  save: "Zapsat stav",
  saveCorrection: "Uložit opravu",
  lead: "Jednou větou, jak na tom projekt je. Uvidí ji vedení i měsíční přehled.",
  correctionLead: "Původní znění zůstane v historii, platit bude oprava.",
  healthHints: {
    "on-track": "jde to podle harmonogramu a rozpočtu",
    "at-risk": "něco hrozí, řešíme to",
    "off-track": "skluz nebo problém, který sami nevyřešíme",
    "on-hold": "práce stojí",
  },
  decision: "Potřebné rozhodnutí vedení",
  correct: "Opravit",
  corrected: "opraveno",
  isCorrection: "oprava",
  current: "platný stav",
  recordedBy: (author: string, when: string) => `zapsáno ${when}, ${author}`,
  recordedByNobody: (when: string) => `zapsáno ${when}`,
  asOf: (date: string) => `k ${date}`,
  empty: {
    text: "Stav zatím nikdo nezapsal.",
    detail: "Stačí zvolit barvu a napsat jednu větu; zabere to půl minuty.",
  },
  fields: {
    health: "Stav",
    sentence: "Jednou větou",
    sentenceHint: "Co se daří, co vázne a co s tím.",
    decisionNeeded: "Potřebné rozhodnutí vedení",
    decisionHint: "Vyplňte, jen když o něčem musí rozhodnout vedení.",
    validOn: "Ke dni",
  },
  fieldValues: {
    health: {
      "on-track": "Podle plánu",
      "at-risk": "Ohroženo",
      "off-track": "Ve skluzu",
      "on-hold": "Pozastaveno",
    },
  },
  history: {
    "status.recorded": "Zapsán stav projektu",
    "status.corrected": "Opraven stav projektu",
  },
};
