import { plural } from "../plural.ts";

const persons = (n: number) => plural("cs")(n, { one: "osoby", few: "osob", other: "osob" });

/** Closing an event by its attendance, and opening it again. */
export const closings = {
  close: "Uzavřít akci",
  title: "Uzavření akce",
  lead: "Uzavřením se hodiny zapíší účastníkům do rozsahu podpory.",
  leadNoSupport: "Akce se do podpory osob nezapočítává, hodiny se nezapisují.",
  leadHeads: "Akce se uzavírá počtem osob, jména se nezapisují.",
  noSessions: "Akce nemá žádný termín.",
  ahead: (day: string) => `Termín ${day} se ještě nekonal.`,
  undecided: (day: string, n: number) => `${day}: docházka chybí u ${n} ${persons(n)}`,
  enter: "Zapsat",
  missing: "Co chybí",
  sheetAttached: "Prezenční listina je přiložena.",
  attach: "Přiložit listinu",
  sheetReason: "Proč listina chybí",
  sheetReasonHint: "Nevyplňujte, pokud listinu přiložíte k akci.",
  headCount: "Počet osob",
  headCountWomen: "Z toho žen",
  headCountWomenHint: "Nevyplňujte, pokud se nezjišťovalo.",
  submit: "Uzavřít a zapsat hodiny",
  submitHeads: "Uzavřít akci",
  reopen: "Znovu otevřít",
  reopenTitle: "Znovuotevření akce",
  reopenLead: "Zapsané hodiny platí dál. Po novém uzavření se opraví jen ty, které se budou lišit.",
  reason: "Důvod",
  history: {
    "event.closed": "Akce uzavřena",
    "event.reopened": "Akce znovu otevřena",
  },
  fields: {
    headCount: "Počet osob",
    headCountWomen: "Z toho žen",
    sheetReason: "Proč listina chybí",
    reason: "Důvod",
  },
};
