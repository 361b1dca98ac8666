import { plural } from "../plural.ts";

const deadlinesOf = (n: number) =>
  plural("cs")(n, { one: "termín", few: "termíny", many: "termínu", other: "termínů" });
const othersOf = (n: number) =>
  plural("cs")(n, { one: "další termín", few: "další termíny", other: "dalších termínů" });

/** Mails that leave the system; the pages on which administrators watch them are in `outbox`. */
export const mails = {
  frame: {
    productName: "Osnova",
    linkHint: "Pokud tlačítko nefunguje, zkopírujte do prohlížeče tuto adresu:",
  },
  wayOut: {
    settings: "Nastavení upozornění",
    pause: "Pozastavit",
    stopCategory: "Tyto zprávy už neposílat",
    stopDigest: "Přehledy už neposílat",
    stopContact: "Už mi zprávy neposílat",
    stopParticipant: "Posílat mi jen nezbytné zprávy",
  },
  digest: {
    overdue: (n: number) => `${n} po termínu`,
    thisWeek: (n: number) => `${n} ${deadlinesOf(n)} tento týden`,
    ahead: (n: number) => `${n} ${deadlinesOf(n)} do 30 dnů`,
    nearest: (date: string, title: string) => `nejbližší ${date} – ${title}`,
    since: (date: string, title: string) => `od ${date} – ${title}`,
    greeting: "Dobrý den,",
    intro: "hlídáme pro vás termíny, za které odpovídáte:",
    sections: {
      overdue: "Po termínu",
      now: "Dnes a zítra",
      week: "Do 7 dnů",
      month: "Do 30 dnů",
    },
    responsible: (name: string) => `odpovídá ${name}`,
    more: (n: number) => `a dalších ${n}`,
    rest: (n: number) =>
      `Kromě toho máte ${n} ${othersOf(n)} po termínu nebo v nejbližších 30 dnech.`,
    agenda: "Zobrazit vše, co mě čeká",
    why: "Tento souhrn posíláme jednou za pracovní den lidem, kteří odpovídají za některý z termínů.",
  },
};
