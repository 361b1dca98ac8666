/** Roles that go through; `everybody` is whoever is signed in, `anybody` also who is not. */
export type Who = readonly string[] | "everybody" | "anybody";

export const ADMIN = ["administrator"];
export const READERS = [
  "administrator",
  "management",
  "auditor",
  "manager",
  "coordinator",
  "finance",
  "reader",
];
export const MANAGERS = ["administrator", "manager"];
export const COORDINATORS = [...MANAGERS, "coordinator"];
export const FINANCE = [...MANAGERS, "finance"];
export const TEAM = [...COORDINATORS, "finance"];
/** Who runs a project and reads the names of its people: an administrator does not. */
export const LEADERS = ["manager", "coordinator"];
export const FOUNDERS = ["administrator", "founder"];
export const AUDITORS = ["administrator", "auditor"];

export const P = "/projects/:projectId";
