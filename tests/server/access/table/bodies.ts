import { COORDINATORS, P, READERS, type Who } from "./roles.ts";

/** Doors of bodies and of minutes of their meetings. */
export const bodies: Record<string, Who> = {
  "GET /bodies": "everybody",
  [`GET ${P}/bodies`]: READERS,
  [`GET ${P}/bodies/new`]: COORDINATORS,
  [`POST ${P}/bodies`]: COORDINATORS,
  [`GET ${P}/bodies/:bodyId`]: READERS,
  [`GET ${P}/bodies/:bodyId/edit`]: COORDINATORS,
  [`POST ${P}/bodies/:bodyId`]: COORDINATORS,
  [`GET ${P}/bodies/:bodyId/members/new`]: COORDINATORS,
  [`POST ${P}/bodies/:bodyId/members`]: COORDINATORS,
  [`GET ${P}/bodies/:bodyId/members/:bodyMemberId/edit`]: COORDINATORS,
  [`POST ${P}/bodies/:bodyId/members/:bodyMemberId`]: COORDINATORS,
  [`POST ${P}/bodies/:bodyId/archive`]: COORDINATORS,
  [`POST ${P}/bodies/:bodyId/archive/restoration`]: COORDINATORS,
  [`GET ${P}/events/:eventId/minutes`]: READERS,
  [`GET ${P}/events/:eventId/minutes/edit`]: COORDINATORS,
  [`POST ${P}/events/:eventId/minutes`]: COORDINATORS,
  [`POST ${P}/events/:eventId/minutes/carried-tasks`]: COORDINATORS,
};
