import { FINANCE, P, READERS, type Who } from "./roles.ts";

/** Doors of the budget: everybody of the project reads it, who keeps its money writes it. */
export const budgets: Record<string, Who> = {
  [`GET ${P}/budget`]: READERS,
  [`POST ${P}/budget`]: FINANCE,
  [`GET ${P}/budget/edit`]: FINANCE,
  [`GET ${P}/budget/pastes/new`]: FINANCE,
  [`POST ${P}/budget/pastes`]: FINANCE,
  [`GET ${P}/budget/lines/new`]: FINANCE,
  [`POST ${P}/budget/lines`]: FINANCE,
  [`GET ${P}/budget/lines/:lineId/edit`]: FINANCE,
  [`POST ${P}/budget/lines/:lineId`]: FINANCE,
  [`POST ${P}/budget/lines/:lineId/deletion`]: FINANCE,
  [`GET ${P}/budget/lines/:lineId/activities/edit`]: FINANCE,
  [`POST ${P}/budget/lines/:lineId/activities`]: FINANCE,
};
