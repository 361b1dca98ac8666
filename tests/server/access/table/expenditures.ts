import { FINANCE, P, READERS, type Who } from "./roles.ts";

/** Doors of expenditure. */
export const expenditures: Record<string, Who> = {
  [`GET ${P}/expenditures`]: READERS,
  [`GET ${P}/expenditures/new`]: FINANCE,
  [`POST ${P}/expenditures`]: FINANCE,
  [`GET ${P}/expenditures/assignment/new`]: FINANCE,
  [`POST ${P}/expenditures/assignment`]: FINANCE,
  [`GET ${P}/expenditures/:expenditureId`]: READERS,
  [`GET ${P}/expenditures/:expenditureId/edit`]: FINANCE,
  [`POST ${P}/expenditures/:expenditureId`]: FINANCE,
  [`GET ${P}/expenditures/:expenditureId/withdrawal/new`]: FINANCE,
  [`POST ${P}/expenditures/:expenditureId/withdrawal`]: FINANCE,
  [`POST ${P}/expenditures/:expenditureId/withdrawal/restoration`]: FINANCE,
};
