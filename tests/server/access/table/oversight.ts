import { COORDINATORS, FINANCE, P, READERS, type Who } from "./roles.ts";

const R = `${P}/risks/:riskId`;
const C = `${P}/controls/:controlId`;
const F = `${C}/findings/:findingId`;

/** Doors of what a project is watched by: risks, controls, resolutions. */
export const oversight: Record<string, Who> = {
  [`GET ${P}/risks`]: READERS,
  [`GET ${P}/risks/new`]: COORDINATORS,
  [`POST ${P}/risks`]: COORDINATORS,
  [`GET ${R}`]: READERS,
  [`GET ${R}/edit`]: COORDINATORS,
  [`POST ${R}`]: COORDINATORS,
  [`POST ${R}/archive`]: COORDINATORS,
  [`POST ${R}/archive/restoration`]: COORDINATORS,
  [`GET ${R}/assessments/new`]: COORDINATORS,
  [`POST ${R}/assessments`]: COORDINATORS,
  [`GET ${R}/assessments/:assessmentId/correction/new`]: COORDINATORS,
  [`POST ${R}/assessments/:assessmentId/correction`]: COORDINATORS,
  [`GET ${P}/controls`]: READERS,
  [`GET ${P}/controls/new`]: FINANCE,
  [`POST ${P}/controls`]: FINANCE,
  [`GET ${C}`]: READERS,
  [`GET ${C}/edit`]: FINANCE,
  [`POST ${C}`]: FINANCE,
  [`POST ${C}/archive`]: FINANCE,
  [`POST ${C}/archive/restoration`]: FINANCE,
  [`GET ${C}/findings/new`]: FINANCE,
  [`POST ${C}/findings`]: FINANCE,
  [`GET ${F}/edit`]: FINANCE,
  [`POST ${F}`]: FINANCE,
  [`POST ${F}/archive`]: FINANCE,
  [`POST ${F}/archive/restoration`]: FINANCE,
  [`GET ${F}/remedy/new`]: FINANCE,
  [`POST ${F}/remedy`]: FINANCE,
  [`GET ${F}/remedy/withdrawal/new`]: FINANCE,
  [`POST ${F}/remedy/withdrawal`]: FINANCE,
};
