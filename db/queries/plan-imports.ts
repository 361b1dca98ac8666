import type { Database, Transaction } from "../connection.ts";

/** Until its cards are there an annex waits for its turn, is being read or could not be; then it is reviewed. */
export type PlanImportState =
  | "waiting"
  | "reading"
  | "unreadable"
  | "read"
  | "applied"
  | "undone"
  | "dropped";

/** An annex read into a plan: what was found in it and what became of each of its lines. */
export interface PlanImport {
  id: number;
  planId: number;
  state: PlanImportState;
  fileName: string;
  sha256: string;
  /** JSON of what the whole says, without its cards and lines. */
  findings: string;
  /** JSON of the ids of repairs that were declined. */
  declined: string;
  /** JSON of what the application changed besides cards. */
  before: string | null;
  readAt: string;
  readByName: string | null;
  appliedAt: string | null;
  undoneAt: string | null;
  /** Why it could not be read, a key of the texts of errors. */
  fault: string | null;
  version: number;
}

const STATE = `case r.state when 'ordered' then 'waiting' when 'running' then 'reading'
  when 'failed' then 'unreadable' else i.state end as state`;

const LINE = {
  id: "i.id",
  planId: "i.plan_id",
  fault: "r.fault",
  fileName: "i.file_name",
  readAt: "i.read_at",
  readByName: "u.name",
  appliedAt: "i.applied_at",
  undoneAt: "i.undone_at",
  version: "i.version",
};

const COLUMNS = {
  ...LINE,
  sha256: "i.sha256",
  findings: "i.findings",
  declined: "i.declined",
  before: "i.before",
};

export type PlanImportLine = Pick<PlanImport, keyof typeof LINE | "state">;

export async function findPlanImport(
  db: Database,
  key: { planId: number; id: number },
): Promise<PlanImport | undefined> {
  return imports(db, key.planId).where("i.id", key.id).first(COLUMNS, db.raw(STATE));
}

/** The one that is not over, read or not, of a file with these bytes. */
export async function findOpenPlanImport(
  db: Database,
  of: { planId: number; sha256: string },
): Promise<{ id: number } | undefined> {
  return db("plan_imports")
    .where({ plan_id: of.planId, sha256: of.sha256, state: "read" })
    .orderBy("id", "desc")
    .first({ id: "id" });
}

/** JSON of the lines, which are many and seldom asked for. */
export async function findPlanImportLines(db: Database, id: number): Promise<string> {
  const row = await db("plan_imports").where({ id }).first({ lines: "lines" });
  return row?.lines ?? "[]";
}

/** The latest ones. */
export async function listPlanImports(
  db: Database,
  planId: number,
  limit: number,
): Promise<PlanImportLine[]> {
  return imports(db, planId).orderBy("i.id", "desc").limit(limit).select(LINE, db.raw(STATE));
}

/** Ids of repairs that were declined in what stands in the plan: nobody declines the same again. */
export async function listDeclinedRepairs(db: Database, planId: number): Promise<string[]> {
  const rows = await db("plan_imports")
    .where({ plan_id: planId, state: "applied" })
    .pluck("declined");
  return [...new Set(rows.flatMap((json: string) => JSON.parse(json) as string[]))];
}

/** An annex that has come; what it says is told once it is read. */
export async function insertPlanImport(
  trx: Transaction,
  one: { planId: number; fileName: string; sha256: string; at: string; userId: number | null },
): Promise<number> {
  const [row] = await trx("plan_imports")
    .insert({
      plan_id: one.planId,
      state: "read",
      file_name: one.fileName,
      sha256: one.sha256,
      lines: "[]",
      read_at: one.at,
      read_by: one.userId,
    })
    .returning("id");
  return row.id;
}

/** The name under which it came the last time, of one that is not over. */
export async function updatePlanImportName(
  trx: Transaction,
  { id, fileName }: { id: number; fileName: string },
): Promise<void> {
  await trx("plan_imports").where({ id, state: "read" }).update({ file_name: fileName });
}

/** The first reading, or another one of the same lines. False when it is over, or was read otherwise since. */
export async function updatePlanImportReading(
  trx: Transaction,
  one: { id: number; since: string; lines: string; findings: string; declined: string },
): Promise<boolean> {
  const updated = await trx("plan_imports")
    .where({ id: one.id, state: "read", declined: one.since })
    .update({
      lines: one.lines,
      findings: one.findings,
      declined: one.declined,
      version: trx.raw("version + 1"),
    });
  return updated === 1;
}

/** Whoever has the page of the whole open sees that something in it was decided meanwhile. */
export async function touchPlanImport(trx: Transaction, id: number): Promise<boolean> {
  const updated = await trx("plan_imports")
    .where({ id, state: "read" })
    .update({ version: trx.raw("version + 1") });
  return updated === 1;
}

export interface PlanImportStep {
  id: number;
  version: number;
  from: PlanImportState;
  to: PlanImportState;
  at: string;
  /** JSON of what was before, of an import applied. */
  before?: string;
}

/** False when it is no longer in the state it is to leave, or was changed meanwhile. */
export async function updatePlanImportState(
  trx: Transaction,
  { id, version, from, to, at, before }: PlanImportStep,
): Promise<boolean> {
  const updated = await trx("plan_imports")
    .where({ id, state: from, version })
    .update({
      state: to,
      version: version + 1,
      ...(to === "applied" ? { applied_at: at, before } : {}),
      ...(to === "undone" ? { undone_at: at } : {}),
    });
  return updated === 1;
}

/** Annexes read before the given instant that nobody has decided about; gives how many that were. */
export async function dropForgottenPlanImports(db: Database, instant: string): Promise<number> {
  return db("plan_imports")
    .where({ state: "read" })
    .where("read_at", "<", instant)
    .update({ state: "dropped", version: db.raw("version + 1") });
}

function imports(db: Database, planId: number) {
  return db("plan_imports as i")
    .leftJoin("users as u", "u.id", "i.read_by")
    .leftJoin("annex_readings as r", "r.import_id", "i.id")
    .where("i.plan_id", planId);
}
