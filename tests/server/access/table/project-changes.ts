import { FINANCE, MANAGERS, P, READERS, type Who } from "./roles.ts";

const C = `${P}/changes/:changeId`;

/** Doors of changes of a project, of the versions of its budget and of transfers within a draft. */
export const projectChanges: Record<string, Who> = {
  [`GET ${P}/changes`]: READERS,
  [`GET ${P}/changes/new`]: FINANCE,
  [`POST ${P}/changes`]: FINANCE,
  [`GET ${C}`]: READERS,
  [`GET ${C}/edit`]: FINANCE,
  [`POST ${C}`]: FINANCE,
  [`POST ${C}/budget`]: FINANCE,
  [`GET ${C}/file-number/edit`]: FINANCE,
  [`POST ${C}/file-number`]: FINANCE,
  [`GET ${C}/items/new`]: FINANCE,
  [`GET ${C}/items/:subject/:objectId/edit`]: FINANCE,
  [`POST ${C}/items/:subject/:objectId`]: FINANCE,
  [`GET ${C}/announcement/new`]: FINANCE,
  [`POST ${C}/announcement`]: FINANCE,
  [`GET ${C}/approval/new`]: MANAGERS,
  [`POST ${C}/approval`]: MANAGERS,
  [`GET ${C}/rejection/new`]: MANAGERS,
  [`POST ${C}/rejection`]: MANAGERS,
  [`GET ${C}/reopening/new`]: FINANCE,
  [`POST ${C}/reopening`]: FINANCE,
  [`GET ${C}/correction/new`]: MANAGERS,
  [`POST ${C}/correction`]: MANAGERS,
  [`GET ${P}/budget/versions`]: READERS,
  [`GET ${P}/budget/transfers`]: FINANCE,
  [`POST ${P}/budget/transfers`]: FINANCE,
};
