import { type Id, project } from "./roots.ts";

const change = (id: Id, changeId: Id) => `${project(id)}/changes/${changeId}`;
const step = (noun: string) => ({
  show: (id: Id, changeId: Id) => `${change(id, changeId)}/${noun}/new`,
  take: (id: Id, changeId: Id) => `${change(id, changeId)}/${noun}`,
});

/** Addresses of a project's changes, and of its budget's versions and transfers. */
export const projectChangePaths = {
  changes: (id: Id) => `${project(id)}/changes`,
  newChange: (id: Id) => `${project(id)}/changes/new`,
  change,
  editChange: (id: Id, changeId: Id) => `${change(id, changeId)}/edit`,
  changeBudget: (id: Id, changeId: Id) => `${change(id, changeId)}/budget`,
  changeFileNumber: (id: Id, changeId: Id) => `${change(id, changeId)}/file-number`,
  editChangeFileNumber: (id: Id, changeId: Id) => `${change(id, changeId)}/file-number/edit`,
  newChangeItem: (id: Id, changeId: Id) => `${change(id, changeId)}/items/new`,
  changeItem: (id: Id, changeId: Id, subject: string, objectId: Id) =>
    `${change(id, changeId)}/items/${subject}/${objectId}`,
  editChangeItem: (id: Id, changeId: Id, subject: string, objectId: Id) =>
    `${change(id, changeId)}/items/${subject}/${objectId}/edit`,
  changeSteps: {
    announcement: step("announcement"),
    approval: step("approval"),
    rejection: step("rejection"),
    reopening: step("reopening"),
    correction: step("correction"),
  },
  budgetVersions: (id: Id) => `${project(id)}/budget/versions`,
  budgetTransfers: (id: Id) => `${project(id)}/budget/transfers`,
};
