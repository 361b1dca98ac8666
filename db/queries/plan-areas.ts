import type { Database, Transaction } from "../connection.ts";

export type AreaKind = "area" | "sub-area" | "goal";

export interface AreaFields {
  parentId: number | null;
  kind: AreaKind;
  code: string;
  title: string;
  sortKey: string;
}

export interface PlanArea extends Omit<AreaFields, "sortKey"> {
  id: number;
  planId: number;
  archivedAt: string | null;
  version: number;
}

/** Areas, sub-areas and goals of a plan, or of all, by their codes; archived ones only where asked for. */
export async function listAreas(
  db: Database,
  of: number | "every plan",
  { withArchived = false }: { withArchived?: boolean } = {},
): Promise<PlanArea[]> {
  const query = db("plan_areas").orderBy(["sort_key", "id"]);
  if (of !== "every plan") query.where({ plan_id: of });
  if (!withArchived) query.whereNull("archived_at");
  return query.select(AREA);
}

export async function findArea(
  db: Database,
  key: { planId: number; id: number },
): Promise<PlanArea | undefined> {
  return db("plan_areas").where({ plan_id: key.planId, id: key.id }).first(AREA);
}

export async function insertAreas(
  trx: Transaction,
  planId: number,
  areas: readonly (AreaFields & { createdAt: string })[],
): Promise<{ id: number; code: string }[]> {
  if (areas.length === 0) return [];
  return trx("plan_areas")
    .insert(
      areas.map((area) => ({ ...columns(area), plan_id: planId, created_at: area.createdAt })),
    )
    .returning(["id", "code"]);
}

/** 0 when the record has another version by now; so with its archiving. */
export async function updateArea(
  trx: Transaction,
  key: { id: number; version: number },
  fields: AreaFields,
): Promise<number> {
  return trx("plan_areas")
    .where({ id: key.id, version: key.version })
    .update({ ...columns(fields), version: key.version + 1 });
}

export async function updateAreaArchived(
  trx: Transaction,
  key: { id: number; version: number },
  archivedAt: string | null,
): Promise<number> {
  return trx("plan_areas")
    .where({ id: key.id, version: key.version })
    .update({ archived_at: archivedAt, version: key.version + 1 });
}

/** Puts areas of a locked plan into the archive, or brings them back, many at once. */
export async function updateAreasArchived(
  trx: Transaction,
  ids: readonly number[],
  archivedAt: string | null,
): Promise<void> {
  if (ids.length === 0) return;
  await trx("plan_areas")
    .whereIn("id", [...ids])
    .increment("version", 1)
    .update({ archived_at: archivedAt });
}

/** Areas in which living cards of the plan stand. */
export async function listAreaIdsInUse(db: Database, planId: number): Promise<number[]> {
  return db("cards")
    .where({ plan_id: planId })
    .whereNotNull("area_id")
    .whereNull("archived_at")
    .distinct()
    .pluck("area_id");
}

/** What stands in an area: areas within it and cards, archived ones left out. */
export async function countWithinArea(db: Database, areaId: number): Promise<number> {
  const count = async (table: string, column: string) => {
    const row = await db(table)
      .where({ [column]: areaId })
      .whereNull("archived_at")
      .count({ n: "id" })
      .first();
    return Number(row?.n ?? 0);
  };
  return (await count("plan_areas", "parent_id")) + (await count("cards", "area_id"));
}

const AREA = {
  id: "id",
  planId: "plan_id",
  parentId: "parent_id",
  kind: "kind",
  code: "code",
  title: "title",
  archivedAt: "archived_at",
  version: "version",
};

function columns(area: AreaFields) {
  return {
    parent_id: area.parentId,
    kind: area.kind,
    code: area.code,
    title: area.title,
    sort_key: area.sortKey,
  };
}
