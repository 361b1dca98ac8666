import { FINANCE, P, READERS, type Who } from "./roles.ts";

/** Files with the figures of a project's money, and budgets read from files. */
export const moneyExports: Record<string, Who> = {
  [`GET ${P}/exports`]: READERS,
  [`GET ${P}/exports/budget.xlsx`]: READERS,
  [`GET ${P}/exports/budget.pdf`]: READERS,
  [`GET ${P}/exports/drawdown.xlsx`]: READERS,
  [`GET ${P}/exports/drawdown.pdf`]: READERS,
  [`GET ${P}/exports/expenditures.xlsx`]: READERS,
  [`GET ${P}/exports/expenditures.pdf`]: READERS,
  [`GET ${P}/exports/co-financing.xlsx`]: READERS,
  [`GET ${P}/exports/co-financing.pdf`]: READERS,

  [`GET ${P}/budget/imports`]: FINANCE,
  [`POST ${P}/budget/imports`]: FINANCE,
  [`GET ${P}/budget/imports/:budgetImportId`]: FINANCE,
  [`POST ${P}/budget/imports/:budgetImportId/texts`]: FINANCE,
  [`POST ${P}/budget/imports/:budgetImportId/application`]: FINANCE,
  [`POST ${P}/budget/imports/:budgetImportId/dropping`]: FINANCE,
  [`POST ${P}/budget/imports/:budgetImportId/undoing`]: FINANCE,
};
