import { crownsIn } from "../formats.ts";

const crownsOf = crownsIn("cs");

/** What is wrong with positions, timesheets and pay. Part of `errors`. */
export const staffErrors = {
  flatRateHasNoLine: "Pozice hrazená z paušálu položku rozpočtu nemá.",
  outputOfCreatedPosition: "Výstup se plní jen obsazením nově vytvářené pozice.",
  beforeLastState: "Den nesmí být dříve než předchozí zapsaný stav.",
  stateByAssignments: "Stav této pozice se řídí tím, kdo ji zastává.",
  payNeedsUnit: "Zadejte částku i jednotku, nebo ani jedno.",
  holdsPositionAlready: "Tento člověk v té době pozici už zastává.",
  timesheetAhead: "Tento měsíc ještě nezačal.",
  positionInUse: "K pozici už jsou zapsané výkazy nebo mzdy.",
  timesheetsOutside: "Mimo tuto dobu by zůstaly zapsané výkazy nebo mzdy.",
  assignmentInUse: "K obsazení jsou zapsané výkazy nebo mzdy. Zapište mu místo toho konec.",
  notPayroll: "Rozpis mzdy patří jen k výdaji druhu mzdy, který nebyl stažen.",
  payOverAmount: (halere: string) => `Součet je o ${crownsOf(halere)} vyšší než částka výdaje.`,
  payUnderAmount: (halere: string) => `Součet je o ${crownsOf(halere)} nižší než částka výdaje.`,
  outsideAssignment: "V tomto měsíci člověk na pozici nepracoval.",
  contractOfLine: "Druh vztahu neodpovídá položce rozpočtu, na které výdaj je.",
  noApprovedTimesheet: "Výkaz za tento měsíc není schválený. Schvalte ho, nebo zapište hodiny.",
  nobodyChosen: "Vyberte aspoň jednu mzdu.",
  payRecordedMeanwhile: "Některou z mezd už mezitím někdo zapsal. Zkontrolujte výběr.",
  payRecordedTwice: "Stejný výdaj už v projektu je. Změňte číslo dokladu.",
  timesheetNotOpen: "Výkaz už je odevzdaný. Upravit ho lze, až bude vrácen.",
  timesheetIncomplete: "Výkaz zatím nevyhovuje kontrole.",
};
