import { type Id, project } from "./roots.ts";

/** Addresses of sources, of the plan of drawdown and of what was drawn. */
export const fundingPaths = {
  funding: (id: Id) => `${project(id)}/funding`,
  fundingSources: (id: Id) => `${project(id)}/funding/sources`,
  editFundingSources: (id: Id) => `${project(id)}/funding/sources/edit`,
  drawdownPlan: (id: Id) => `${project(id)}/funding/plan`,
  editDrawdownPlan: (id: Id) => `${project(id)}/funding/plan/edit`,
  drawdown: (id: Id) => `${project(id)}/drawdown`,
  budgets: () => "/budgets",
};
