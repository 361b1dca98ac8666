import { deleteFavourite, insertFavourite } from "../../../../db/queries/project-favourites.ts";
import { type Author, change } from "../../../change.ts";
import type { Deps } from "../../../deps.ts";

type Favourite = { userId: number; projectId: number };

/** A person's own mark on a project; it says nothing about the project, so its history stays out of it. */
export async function addFavourite(
  deps: Pick<Deps, "db" | "clock">,
  author: Author,
  favourite: Favourite,
): Promise<void> {
  await change(deps, author, ({ trx }) => insertFavourite(trx, favourite));
}

export async function removeFavourite(
  deps: Pick<Deps, "db" | "clock">,
  author: Author,
  favourite: Favourite,
): Promise<void> {
  await change(deps, author, ({ trx }) => deleteFavourite(trx, favourite));
}
