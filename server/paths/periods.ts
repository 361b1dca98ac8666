import { type Id, project } from "./roots.ts";

const period = (id: Id, periodId: Id) => `${project(id)}/periods/${periodId}`;

/** Addresses of monitoring periods. */
export const periodPaths = {
  periods: (id: Id) => `${project(id)}/periods`,
  newPeriod: (id: Id) => `${project(id)}/periods/new`,
  period,
  editPeriod: (id: Id, periodId: Id) => `${period(id, periodId)}/edit`,
  periodDeletion: (id: Id, periodId: Id) => `${period(id, periodId)}/deletion`,
  newPeriodDeletion: (id: Id, periodId: Id) => `${period(id, periodId)}/deletion/new`,
  periodGeneration: (id: Id) => `${project(id)}/periods/generation`,
  newPeriodGeneration: (id: Id) => `${project(id)}/periods/generation/new`,
};
