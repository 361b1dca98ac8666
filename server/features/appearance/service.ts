import type { Deps } from "../../deps.ts";
import type { Frame } from "../../web/frame.ts";

/** Name and pictures of the authority in the emblem line. */
export function findAuthority(_deps: Pick<Deps, "db">): Frame["authority"] {
  return { name: "", logoHref: null, stripHref: null };
}
