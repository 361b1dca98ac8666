import { ADMIN, COORDINATORS, MANAGERS, P, READERS, TEAM, type Who } from "./roles.ts";

/** Whoever reads a draft may say something to it, an auditor not: they stay outside. */
const COMMENTERS = [...TEAM, "management", "reader"];

/** Doors of outputs, of remarks on drafts and of the papers a project owes. */
export const outputs: Record<string, Who> = {
  [`GET ${P}/outputs`]: READERS,
  [`POST ${P}/outputs`]: COORDINATORS,
  [`GET ${P}/outputs/:outputId`]: READERS,
  [`GET ${P}/outputs/:outputId/commenting/new`]: COORDINATORS,
  [`POST ${P}/outputs/:outputId/commenting`]: COORDINATORS,
  [`GET ${P}/outputs/:outputId/approval/new`]: MANAGERS,
  [`POST ${P}/outputs/:outputId/approval`]: MANAGERS,
  [`GET ${P}/outputs/:outputId/publication/new`]: COORDINATORS,
  [`POST ${P}/outputs/:outputId/publication`]: COORDINATORS,
  [`GET ${P}/outputs/:outputId/counting/new`]: COORDINATORS,
  [`POST ${P}/outputs/:outputId/counting`]: COORDINATORS,
  [`GET ${P}/outputs/:outputId/return/new`]: MANAGERS,
  [`POST ${P}/outputs/:outputId/return`]: MANAGERS,
  [`GET ${P}/documents/required`]: READERS,
  [`GET ${P}/documents/pictures`]: READERS,
  [`GET ${P}/documents/packages`]: READERS,
  [`GET ${P}/documents/packages/:periodId`]: READERS,
  [`GET ${P}/documents/waivers/new`]: TEAM,
  [`POST ${P}/documents/waivers`]: TEAM,
  [`POST ${P}/documents/waivers/:waiverId/removal`]: TEAM,
  "GET /admin/rules/documents": ADMIN,
  "GET /admin/rules/documents/new": ADMIN,
  "POST /admin/rules/documents": ADMIN,
  "GET /admin/rules/documents/:requirementId/edit": ADMIN,
  "POST /admin/rules/documents/:requirementId": ADMIN,
  [`GET ${P}/comments/new`]: COMMENTERS,
  [`POST ${P}/comments`]: COMMENTERS,
  [`GET ${P}/comments/:commentId/edit`]: COMMENTERS,
  [`POST ${P}/comments/:commentId`]: COMMENTERS,
  [`POST ${P}/comments/:commentId/withdrawal`]: COMMENTERS,
  [`GET ${P}/comments/:commentId/settlement/new`]: TEAM,
  [`POST ${P}/comments/:commentId/settlement`]: TEAM,
  [`POST ${P}/comments/:commentId/settlement/removal`]: TEAM,
};
