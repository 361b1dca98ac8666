import { P, READERS, type Who } from "./roles.ts";

/** Files with the figures of a project's money. */
export const moneyExports: Record<string, Who> = {
  [`GET ${P}/exports`]: READERS,
  [`GET ${P}/exports/budget.xlsx`]: READERS,
  [`GET ${P}/exports/budget.pdf`]: READERS,
  [`GET ${P}/exports/drawdown.xlsx`]: READERS,
  [`GET ${P}/exports/drawdown.pdf`]: READERS,
  [`GET ${P}/exports/expenditures.xlsx`]: READERS,
  [`GET ${P}/exports/expenditures.pdf`]: READERS,
};
