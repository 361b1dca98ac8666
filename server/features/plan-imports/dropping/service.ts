import { deleteUnreadImport, listUnreadImports } from "../../../../db/queries/annex-readings.ts";
import {
  dropForgottenPlanImports,
  findPlanImport,
  updatePlanImportState,
} from "../../../../db/queries/plan-imports.ts";
import { type Author, change } from "../../../change.ts";
import type { Deps } from "../../../deps.ts";
import { Conflict, NotFound } from "../../../errors.ts";
import { removeFile } from "../../../files.ts";
import { addHours } from "../../../values/instant.ts";
import { openPlanImport, type PlanImportKey } from "../service.ts";

type DroppingDeps = Pick<Deps, "db" | "clock" | "config">;

/** Somebody may take weeks to go through a plan of a region. */
const FORGOTTEN_AFTER_HOURS = 60 * 24;

/** Forgets an annex that was not applied; of one that was never read nothing stays. */
export async function dropPlanImport(
  deps: DroppingDeps,
  author: Author,
  key: PlanImportKey & { version: number },
): Promise<void> {
  const { id, version } = key;
  const file = await change(deps, author, async ({ trx, at, record }) => {
    if (!(await findPlanImport(trx, key))) throw new NotFound("plan import");
    const unread = await deleteUnreadImport(trx, id);
    record({ action: "plan-import.dropped", objectType: "plan", objectId: key.planId });
    if (unread !== undefined) return unread;
    await openPlanImport(trx, key);
    const step = { id, version, from: "read", to: "dropped", at } as const;
    if (!(await updatePlanImportState(trx, step))) throw new Conflict("changedMeanwhile");
    return null;
  });
  if (file !== null) await removeFile(deps.config.dataDir, file);
}

/** Annexes that nobody has decided about for two months; gives how many were forgotten. */
export async function forgetOldPlanImports(deps: DroppingDeps): Promise<number> {
  const { db, clock } = deps;
  const instant = addHours(clock.now(), -FORGOTTEN_AFTER_HOURS);
  const unread = await listUnreadImports(db, instant);
  for (const id of unread) await letGo(deps, id);
  return unread.length + (await dropForgottenPlanImports(db, instant));
}

/** Lets an annex that was never read go with its file. */
export async function letGo(
  { db, config }: Pick<Deps, "db" | "config">,
  importId: number,
): Promise<void> {
  const file = await db.transaction((trx) => deleteUnreadImport(trx, importId));
  if (file !== undefined) await removeFile(config.dataDir, file);
}
