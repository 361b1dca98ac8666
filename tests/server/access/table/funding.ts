import { FINANCE, P, READERS, type Who } from "./roles.ts";

/** Doors of sources, of the plan of drawdown and of what was drawn. */
export const funding: Record<string, Who> = {
  [`GET ${P}/funding`]: READERS,
  [`GET ${P}/funding/sources/edit`]: FINANCE,
  [`POST ${P}/funding/sources`]: FINANCE,
  [`GET ${P}/funding/plan/edit`]: FINANCE,
  [`POST ${P}/funding/plan`]: FINANCE,
  [`GET ${P}/drawdown`]: READERS,
  "GET /budgets": "everybody",
};
