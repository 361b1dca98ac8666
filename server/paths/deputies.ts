import type { Id } from "./roots.ts";

/** Addresses of who stands in for whom: one's own, and anybody's for administrators. */
export const deputyPaths = {
  ownDeputy: () => "/profile/deputy",
  ownDeputyEnding: (id: Id) => `/profile/deputy/${id}/ending`,
  userDeputy: (userId: Id) => `/admin/users/${userId}/deputy`,
  userDeputyEnding: (userId: Id, id: Id) => `/admin/users/${userId}/deputy/${id}/ending`,
};
