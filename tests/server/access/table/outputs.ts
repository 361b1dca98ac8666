import { P, TEAM, type Who } from "./roles.ts";

/** Whoever reads a draft may say something to it, an auditor not: they stay outside. */
const COMMENTERS = [...TEAM, "management", "reader"];

/** Doors of outputs, of remarks on drafts and of the papers a project owes. */
export const outputs: Record<string, Who> = {
  [`GET ${P}/comments/new`]: COMMENTERS,
  [`POST ${P}/comments`]: COMMENTERS,
  [`GET ${P}/comments/:commentId/edit`]: COMMENTERS,
  [`POST ${P}/comments/:commentId`]: COMMENTERS,
  [`POST ${P}/comments/:commentId/withdrawal`]: COMMENTERS,
  [`GET ${P}/comments/:commentId/settlement/new`]: TEAM,
  [`POST ${P}/comments/:commentId/settlement`]: TEAM,
  [`POST ${P}/comments/:commentId/settlement/removal`]: TEAM,
};
