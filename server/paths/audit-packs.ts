import { type Id, project } from "./roots.ts";

/** Addresses of packs for a control on the spot. */
export const auditPackPaths = {
  auditPacks: (id: Id) => `${project(id)}/audit-packs`,
  newAuditPack: (id: Id) => `${project(id)}/audit-packs/new`,
  auditPackFile: (id: Id, packId: Id) => `${project(id)}/audit-packs/${packId}/file`,
};
