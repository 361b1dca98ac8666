import { type DueRule, type DueUnit, type DutyAnchor, readDueRule } from "../../values/due-rule.ts";
import { plural } from "../plural.ts";

const forms = plural("cs");

const units: Record<DueUnit, (n: number) => string> = {
  days: (n) => forms(n, { one: "den", few: "dny", other: "dní" }),
  "working-days": (n) =>
    forms(n, { one: "pracovní den", few: "pracovní dny", other: "pracovních dní" }),
  months: (n) => forms(n, { one: "měsíc", few: "měsíce", other: "měsíců" }),
  years: (n) => forms(n, { one: "rok", few: "roky", other: "let" }),
};

/** Po čem se lhůta počítá a v den čeho je, když je nulová. */
const anchors: Record<DutyAnchor, { after: string; on: string }> = {
  "period-start": { after: "začátku období", on: "začátku období" },
  "period-end": { after: "konci období", on: "konce období" },
  "month-end": { after: "konci měsíce", on: "konce měsíce" },
  decision: { after: "vydání rozhodnutí", on: "vydání rozhodnutí" },
  "project-start": { after: "zahájení projektu", on: "zahájení projektu" },
  "project-end": { after: "konci projektu", on: "konce projektu" },
  "final-report": { after: "termínu závěrečné zprávy", on: "termínu závěrečné zprávy" },
  "last-payment": { after: "poslední platbě", on: "poslední platby" },
  "payment-year-end": { after: "konci roku poslední platby", on: "konce roku poslední platby" },
  "year-after-end": {
    after: "1. lednu roku po konci projektu",
    on: "1. ledna roku po konci projektu",
  },
};

const monthEnds = { "month-end": "do konce měsíce", "same-day": "do téhož dne" };

/** `1 měsíc po konci období, do konce měsíce` */
function ruleText({ amount, unit, monthEnd, weekend, anchor }: DueRule): string {
  const when =
    amount === 0
      ? `v den ${anchors[anchor].on}`
      : `${amount} ${units[unit](amount)} po ${anchors[anchor].after}`;
  const reading = unit === "months" && amount > 0 ? [monthEnds[monthEnd]] : [];
  const free = weekend === "next-working-day" ? ["z volného dne na další pracovní"] : [];
  return [when, ...reading, ...free].join(", ");
}

/** Rules that give a day, in words. */
export const dueRules = {
  text: ruleText,
  /** A value as it is stored, for the history; what is no rule of this kind stays as it is. */
  stored: (value: string): string | undefined => {
    const rule = readDueRule(value);
    return rule && ruleText(rule);
  },
  units: { days: "dny", "working-days": "pracovní dny", months: "měsíce", years: "roky" },
  monthEnds,
  weekends: {
    unshifted: "termín zůstává, pracovní den se jen ukáže",
    "next-working-day": "termín se posune na další pracovní den",
  },
  anchors: {
    "period-start": "začátek období",
    "period-end": "konec období",
    "month-end": "konec kalendářního měsíce",
    decision: "vydání rozhodnutí",
    "project-start": "zahájení projektu",
    "project-end": "konec projektu",
    "final-report": "termín závěrečné zprávy",
    "last-payment": "poslední platba",
    "payment-year-end": "31. 12. roku poslední platby",
    "year-after-end": "1. 1. roku po konci projektu",
  },
};
