import { plural } from "../plural.ts";

const daysOf = (n: number) =>
  plural("cs")(n, { one: "den", few: "dny", many: "dne", other: "dní" });

/** What waits for somebody's word: on the first page and in mails. */
export const waiting = {
  report: (n: number) => `Zpráva o realizaci č. ${n}`,
  change: (n: number, title: string) => `Změna č. ${n}: ${title}`,
  timesheet: (person: string, month: string) => `Výkaz práce: ${person}, ${month}`,
  output: (title: string) => `Výstup: ${title}`,
  internship: (title: string) => `Zpráva ze stáže: ${title}`,
  paymentRequest: (n: number) => `Žádost o platbu č. ${n}`,
  kinds: {
    approval: "ke schválení",
    submission: "k předložení",
    decision: "čeká na rozhodnutí",
    returned: "vráceno k dopracování",
  },
  /** „ke schválení od 12. 3.“ */
  since: (kind: string, date: string) => `${kind} od ${date}`,
  age: (n: string, of: number) => `${n} ${daysOf(of)}`,
  today: "dnes",
};
