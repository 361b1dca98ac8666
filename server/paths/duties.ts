import { type Id, project } from "./roots.ts";

/** Addresses of what the legal act owes. */
export const dutyPaths = {
  duties: (id: Id) => `${project(id)}/duties`,
  dutySettlement: (id: Id) => `${project(id)}/duties/settlement`,
  newDutySettlement: (id: Id) => `${project(id)}/duties/settlement/new`,
};
