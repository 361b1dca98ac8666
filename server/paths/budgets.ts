import { type Id, project } from "./roots.ts";

const budget = (id: Id) => `${project(id)}/budget`;
const line = (id: Id, lineId: Id) => `${budget(id)}/lines/${lineId}`;

/** Addresses of a project's budget and its lines. */
export const budgetPaths = {
  budget,
  /** A version by its number. */
  budgetVersion: (id: Id, number: Id) => `${budget(id)}?version=${number}`,
  editBudget: (id: Id) => `${budget(id)}/edit`,
  budgetPastes: (id: Id) => `${budget(id)}/pastes`,
  newBudgetPaste: (id: Id) => `${budget(id)}/pastes/new`,
  budgetLines: (id: Id) => `${budget(id)}/lines`,
  newBudgetLine: (id: Id) => `${budget(id)}/lines/new`,
  budgetLine: line,
  editBudgetLine: (id: Id, lineId: Id) => `${line(id, lineId)}/edit`,
  budgetLineDeletion: (id: Id, lineId: Id) => `${line(id, lineId)}/deletion`,
  budgetLineActivities: (id: Id, lineId: Id) => `${line(id, lineId)}/activities`,
  editBudgetLineActivities: (id: Id, lineId: Id) => `${line(id, lineId)}/activities/edit`,
};
