import type { annexListing as source } from "../cs/annex-listing.ts";
import { plural } from "../plural.ts";

const count = plural("en");

export const annexListing: typeof source = {
  usage: "Usage: npm run import:cards -- FILE [--json]",
  missing: (path) => `The file ${path} cannot be read.`,
  title: (cards, lines) =>
    `${cards} ${count(cards, { one: "card", other: "cards" })} on ${lines} ${count(lines, { one: "line", other: "lines" })}`,
  fate: (name, lines) => `${name}: ${lines}`,
  noNumber: "without a number",
  noName: "without a name",
  unrecognised: "Lines that were not recognised:",
};
