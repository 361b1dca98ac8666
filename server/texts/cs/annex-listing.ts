import { plural } from "../plural.ts";

const count = plural("cs");

/** What `npm run import:cards` prints. */
export const annexListing = {
  usage: "Použití: npm run import:cards -- SOUBOR [--json]",
  missing: (path: string) => `Soubor ${path} nejde přečíst.`,
  title: (cards: number, lines: number) =>
    `${cards} ${count(cards, { one: "karta", few: "karty", other: "karet" })} na ${lines} ${count(lines, { one: "řádku", few: "řádcích", other: "řádcích" })}`,
  fate: (name: string, lines: number) => `${name}: ${lines}`,
  noNumber: "bez čísla",
  noName: "bez názvu",
  unrecognised: "Nezařazené řádky:",
};
