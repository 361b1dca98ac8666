import { COORDINATORS, P, READERS, type Who } from "./roles.ts";

const R = `${P}/risks/:riskId`;

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
};
