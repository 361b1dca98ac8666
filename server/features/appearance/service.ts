import type { Deps } from "../../deps.ts";

export interface Authority {
  name: string;
  logoHref: string | null;
  stripHref: string | null;
}

/** Name and pictures of the authority in the emblem line. */
export function findAuthority(_deps: Pick<Deps, "db">): Authority {
  return { name: "", logoHref: null, stripHref: null };
}
