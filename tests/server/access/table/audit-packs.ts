import { P, READERS, type Who } from "./roles.ts";

/** Doors of packs for a control: made by those who work in the project, never by an administrator. */
export const auditPacks: Record<string, Who> = {
  [`GET ${P}/audit-packs`]: READERS,
  [`GET ${P}/audit-packs/new`]: ["manager", "coordinator", "finance"],
  [`POST ${P}/audit-packs`]: ["manager", "coordinator", "finance"],
  [`GET ${P}/audit-packs/:packId/file`]: READERS,
};
