import type { Database } from "../../../db/connection.ts";
import { insertAuditPack, updatePreparedFileOf } from "../../../db/queries/audit-packs.ts";
import { findIndicator } from "../../../db/queries/indicators.ts";
import { findPeriod } from "../../../db/queries/periods.ts";
import type { PreparedFile } from "../../../db/queries/prepared-files.ts";
import { type Author, change } from "../../change.ts";
import { InvalidInput } from "../../errors.ts";
import { changedFields } from "../../values/changed-fields.ts";
import type { PreparingDeps } from "../prepared-files/kinds.ts";
import { preparedFile } from "../prepared-files/service.ts";
import type { PackParams } from "./rules.ts";
import type { AuditPackEntry } from "./schema.ts";

/** So many days a pack stays at hand; who made it when and why stays for good. */
const KEPT_DAYS = 30;

/**
 * Writes down who has a pack made of what and why, and orders its file. Gives its id.
 * @throws InvalidInput `indicatorId`, `periodId`: not of this project
 */
export async function makeAuditPack(
  deps: PreparingDeps,
  author: Author & { userId: number },
  projectId: number,
  { entry, rights }: { entry: AuditPackEntry; rights: Omit<PackParams, "sample"> },
): Promise<number> {
  const { subject, reason } = entry;
  const indicatorId = subject === "indicator" ? entry.indicatorId : null;
  const periodId = subject === "period" ? entry.periodId : null;
  await checkChoice(deps.db, { projectId, indicatorId, periodId });
  const { method, numbers, count, seed } = entry;
  const sample = subject === "expenditures" ? { method, numbers, count, seed } : null;
  const params: PackParams = { ...rights, sample };
  const id = await change(deps, author, async ({ trx, at, record }) => {
    const packId = await insertAuditPack(trx, {
      ...{ projectId, subject, indicatorId, periodId, reason, at },
      params: JSON.stringify(params),
      hasNames: rights.withNames,
      createdBy: author.userId,
    });
    const changes = changedFields({ subject: null, reason: null }, { subject, reason });
    const made = { action: "audit-pack.made", objectType: "audit-pack", objectId: packId };
    record({ ...made, projectId, changes });
    return packId;
  });
  await fileOfPack(deps, { projectId, id, createdBy: author.userId });
  return id;
}

/** The file of a pack as far as it is; ordered anew where its days were over. */
export async function fileOfPack(
  deps: PreparingDeps,
  pack: { projectId: number; id: number; createdBy: number },
): Promise<PreparedFile> {
  const { projectId, id } = pack;
  const order = { kind: "audit-pack", orderKey: `audit-pack:${id}`, projectId };
  const params = { packId: id };
  const file = await preparedFile(deps, { ...order, params, keptDays: KEPT_DAYS }, pack.createdBy);
  await updatePreparedFileOf(deps.db, { id, preparedFileId: file.id });
  return file;
}

async function checkChoice(
  db: Database,
  key: { projectId: number; indicatorId: number | null; periodId: number | null },
): Promise<void> {
  const { projectId, indicatorId, periodId } = key;
  if (indicatorId !== null && !(await findIndicator(db, { projectId, id: indicatorId })))
    throw new InvalidInput({ indicatorId: "unknownChoice" });
  if (periodId !== null && !(await findPeriod(db, { projectId, id: periodId })))
    throw new InvalidInput({ periodId: "unknownChoice" });
}
