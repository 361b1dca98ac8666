/** What is wrong with a risk, a finding of a control or a resolution. Part of `errors`. */
export const oversightErrors = {
  reviewAfterAssessment: "Příští přezkoumání musí být až po dni hodnocení.",
  remedyDone: "Nápravu už mezitím někdo zapsal. Obnovte stránku.",
  beforeControl: "Náprava nemůže být dříve, než kontrola začala.",
  remedyNotDone: "Náprava zapsaná není. Obnovte stránku.",
  controlClosesWithConclusion: "U uzavřené kontroly uveďte závěr.",
  resolutionStep: "Z tohoto stavu to u usnesení nejde. Mezitím ho možná posunul někdo jiný.",
  decisionBeforeSubmission: "Rozhodnutí nemůže být dříve než předložení.",
};
