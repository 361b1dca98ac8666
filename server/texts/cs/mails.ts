import { plural } from "../plural.ts";

const deadlinesOf = (n: number) =>
  plural("cs")(n, { one: "termín", few: "termíny", many: "termínu", other: "termínů" });
const workingDaysOf = (n: number) =>
  plural("cs")(n, {
    one: "pracovní den",
    few: "pracovní dny",
    many: "pracovního dne",
    other: "pracovních dnů",
  });
const othersOf = (n: number) =>
  plural("cs")(n, { one: "další termín", few: "další termíny", other: "dalších termínů" });

/** Mails that leave the system; the pages on which administrators watch them are in `outbox`. */
export const mails = {
  notSetYet: "(bude upřesněno)",
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
    waiting: (n: number) =>
      `${n} ${plural("cs")(n, { one: "věc na vás čeká", few: "věci na vás čekají", many: "věci na vás čeká", other: "věcí na vás čeká" })}`,
    news: (n: number) =>
      `${n} ${plural("cs")(n, { one: "novinka", few: "novinky", many: "novinky", other: "novinek" })}`,
    first: (title: string) => `– ${title}`,
    greeting: "Dobrý den,",
    intro: "hlídáme pro vás, co se blíží, co je po termínu a co na vás čeká:",
    sections: {
      overdue: "Po termínu",
      now: "Dnes a zítra",
      week: "Do 7 dnů",
      month: "Do 30 dnů",
      waiting: "Čeká na vás",
      news: "Novinky",
    },
    responsible: (name: string) => `odpovídá ${name}`,
    waits: (age: string) => `čeká ${age}`,
    late: "opožděné upozornění",
    deputy: (name: string) => `za: ${name} (zástup)`,
    standIn: (name: string) => `za: ${name} (nepřítomnost nebo odchod)`,
    standInForNobody: "není, kdo jiný by odpovídal",
    standInForContact: (name: string) => `za: ${name} (nedostává e-maily)`,
    escalated: (n: number) => `předáno výš: ${n} ${workingDaysOf(n)} po termínu`,
    turnTo: (name: string, email: string) => `obrátit se můžete na: ${name}, ${email}`,
    more: (n: number) => `a dalších ${n}`,
    rest: (n: number) =>
      `Kromě toho máte ${n} ${othersOf(n)} po termínu nebo v nejbližších 30 dnech.`,
    agenda: "Zobrazit vše, co mě čeká",
    why: (reasons: string[]) =>
      `Přehled posíláme nejvýš jednou za pracovní den. Přišel vám, protože ${reasons.join(", protože ")}.`,
    because: {
      owner: "odpovídáte za něco z toho, co v něm je",
      role: "se něco z toho týká vaší role v projektu",
      deputy: "někoho zastupujete",
      "stand-in": "ten, kdo za něco z toho odpovídá, není k zastižení",
      escalation: "vedete projekt, ve kterém je něco dlouho po termínu",
      news: "se změnilo něco, co se vás týká",
    },
  },
};
