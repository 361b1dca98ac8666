import { MANAGERS, P, type Who } from "./roles.ts";

const M = `${P}/months/:month`;
const S = "/summaries/:month";
const CHIEFS = ["administrator", "management"];

/** Doors of closing months and of asking for what they lack. */
export const monthClosing: Record<string, Who> = {
  [`GET ${M}/closing/new`]: MANAGERS,
  [`POST ${M}/closing`]: MANAGERS,
  [`POST ${M}/mending`]: MANAGERS,
  [`GET ${M}/reopening/new`]: MANAGERS,
  [`POST ${M}/reopening`]: MANAGERS,
  [`POST ${M}/nudges`]: [...CHIEFS, "manager"],
  [`GET ${S}/missing`]: "everybody",
  [`POST ${S}/nudges`]: CHIEFS,
  [`GET ${S}/closing/new`]: CHIEFS,
  [`POST ${S}/closing`]: CHIEFS,
};
