import { plural } from "../plural.ts";

const thingsOf = (n: number) => plural("cs")(n, { one: "věc", few: "věci", other: "věcí" });

interface Days {
  from: string | null;
  to: string | null;
}

const until = (to: string | null) => (to === null ? "" : `, termín ${to}`);

/** Sudden news: as rows of a mail of their own and of the digest. */
export const notifications = {
  told: {
    assigned: (what: string, { to }: Days) => `Nově odpovídáte: ${what}${until(to)}`,
    returned: (what: string, { to }: Days) => `Vráceno k doplnění: ${what}${until(to)}`,
    moved: (what: string, { from, to }: Days) =>
      `Termín posunut na ${to ?? ""}${from === null ? "" : ` (byl ${from})`}: ${what}`,
    "event-cancelled": (what: string, { from, to }: Days) =>
      `Akce zrušena: ${what}${(from ?? to) === null ? "" : ` (${from ?? to})`}`,
    "event-moved": (what: string, { from, to }: Days) =>
      from === to
        ? `Změna času akce: ${what} (${to})`
        : `Změna termínu akce: ${what} – nově ${to ?? "bez termínu"} (dříve ${from})`,
    mention: (what: string) => `Zmínka o vás: ${what}`,
    "handed-over": (what: string, { to }: Days) => `Předáno vám: ${what}${until(to)}`,
    "taken-over": (what: string) => `Agenda v projektu předána: ${what}`,
  },
  things: {
    agenda: (n: number, project: string) => `${n} ${thingsOf(n)} v projektu ${project}`,
    report: (n: number) => `zpráva o realizaci č. ${n}`,
    change: (n: number, title: string) => `změna č. ${n} – ${title}`,
    timesheet: (month: string) => `výkaz práce za ${month}`,
    logEntry: "zápis v deníku projektu",
  },
  mail: {
    many: {
      assigned: (n: number) => `Nově odpovídáte za ${n} ${thingsOf(n)}`,
      returned: (n: number) => `Vráceno k doplnění: ${n} ${thingsOf(n)}`,
      moved: (n: number) => `Posunuté termíny: ${n}`,
      "event-cancelled": (n: number) => `Zrušené akce: ${n}`,
      "event-moved": (n: number) => `Změny termínů akcí: ${n}`,
      mention: (n: number) => `Zmínky o vás: ${n}`,
      "handed-over": (n: number) => `Předáno vám: ${n} ${thingsOf(n)}`,
      "taken-over": (n: number) => `Předaná agenda: ${n}`,
    },
    subject: (project: string, title: string) => `[${project}] ${title}`,
    open: "Otevřít v Osnově",
    why: {
      assigned: "Píšeme vám, protože za to nově odpovídáte.",
      returned: "Píšeme vám, protože na vrácené věci pracujete.",
      moved: "Píšeme vám, protože za termín odpovídáte a zbývají do něj nejvýše tři pracovní dny.",
      "event-cancelled": "Píšeme vám, protože akci máte na starosti nebo se jí účastníte.",
      "event-moved": "Píšeme vám, protože akci máte na starosti nebo se jí účastníte.",
      mention: "Píšeme vám, protože vás někdo zmínil.",
      "handed-over": "Píšeme vám, protože jste převzali agendu.",
      "taken-over": "Píšeme vám, protože projekt vedete.",
    },
  },
  by: (name: string) => `od: ${name}`,
  takenFrom: (name: string) => `předává ${name}`,
  takenBy: (name: string) => `přebírá ${name}`,
  mentionHint: "Kolegu upozorníte zavináčem a celým jménem, např. @Jana Nová.",
  onBehalfOf: (name: string) => `za: ${name} (zástup)`,
};
