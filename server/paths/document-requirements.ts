import { type Id, project } from "./roots.ts";

/** Addresses of the papers that projects owe, and of what is required of whom. */
export const documentRequirementPaths = {
  requiredDocuments: (id: Id) => `${project(id)}/documents/required`,
  documentWaivers: (id: Id) => `${project(id)}/documents/waivers`,
  newDocumentWaiver: (id: Id) => `${project(id)}/documents/waivers/new`,
  documentWaiverRemoval: (id: Id, waiverId: Id) =>
    `${project(id)}/documents/waivers/${waiverId}/removal`,
  documentRequirements: () => "/admin/rules/documents",
  newDocumentRequirement: () => "/admin/rules/documents/new",
  documentRequirement: (id: Id) => `/admin/rules/documents/${id}`,
  editDocumentRequirement: (id: Id) => `/admin/rules/documents/${id}/edit`,
};
