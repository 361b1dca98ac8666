import type { Database, Transaction } from "../connection.ts";

export type SourceKind = "eu" | "state" | "region" | "own" | "other";

export interface NewSource {
  kind: SourceKind;
  name: string;
  /** Millionths of the total; null where nobody has published the split. */
  sharePpm: number | null;
}

/** Where a project's money comes from. The id stays when it is called otherwise: plans refer to it. */
export interface ProjectSource extends NewSource {
  id: number;
}

const COLUMNS = { id: "id", kind: "kind", name: "name", sharePpm: "share_ppm" };

/** In the order in which the project tells them; with those that left it only after an instant. */
export async function listSources(
  db: Database,
  projectId: number,
  asOf?: string,
): Promise<ProjectSource[]> {
  return db("project_sources")
    .where({ project_id: projectId })
    .where((there) => {
      there.whereNull("archived_at");
      if (asOf !== undefined) there.orWhere("archived_at", ">", asOf);
    })
    .orderBy(["position", "id"])
    .select(COLUMNS);
}

export async function insertSource(
  trx: Transaction,
  source: NewSource & { projectId: number; position: number },
): Promise<void> {
  await trx("project_sources").insert({ project_id: source.projectId, ...rowOf(source) });
}

export async function updateSource(
  trx: Transaction,
  source: ProjectSource & { position: number },
): Promise<void> {
  await trx("project_sources").where({ id: source.id }).update(rowOf(source));
}

function rowOf({ position, kind, name, sharePpm }: NewSource & { position: number }) {
  return { position, kind, name, share_ppm: sharePpm };
}

/** A source that was once planned of stays among the facts, out of the project's sight; any other is deleted. */
export async function removeSource(
  trx: Transaction,
  source: { id: number; at: string },
): Promise<void> {
  const planned = await trx("drawdown_plans").where({ source_id: source.id }).first("id");
  const row = trx("project_sources").where({ id: source.id });
  if (planned) await row.update({ archived_at: source.at });
  else await row.delete();
}
