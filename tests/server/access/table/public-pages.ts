import { MANAGERS, P, READERS, type Who } from "./roles.ts";

/** Doors behind which the public page is written; the page itself stands in `everybody`. */
export const publicPages: Record<string, Who> = {
  [`GET ${P}/public-page`]: READERS,
  [`GET ${P}/public-page/edit`]: MANAGERS,
  [`GET ${P}/public-page/preview`]: READERS,
  [`POST ${P}/public-page`]: MANAGERS,
  [`POST ${P}/public-page/publication`]: MANAGERS,
  [`POST ${P}/public-page/withdrawal`]: MANAGERS,
};
