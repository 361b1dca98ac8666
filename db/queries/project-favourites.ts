import type { Database, Transaction } from "../connection.ts";

interface Favourite {
  userId: number;
  projectId: number;
}

export async function insertFavourite(trx: Transaction, favourite: Favourite): Promise<void> {
  await trx("project_favourites")
    .insert({ user_id: favourite.userId, project_id: favourite.projectId })
    .onConflict(["user_id", "project_id"])
    .ignore();
}

export async function deleteFavourite(trx: Transaction, favourite: Favourite): Promise<void> {
  await trx("project_favourites")
    .where({ user_id: favourite.userId, project_id: favourite.projectId })
    .delete();
}

export async function isFavourite(db: Database, favourite: Favourite): Promise<boolean> {
  const row = await db("project_favourites")
    .where({ user_id: favourite.userId, project_id: favourite.projectId })
    .first("id");
  return row !== undefined;
}
