import type { Database, Transaction } from "../connection.ts";

export type ControlKind = "on-the-spot" | "desk" | "audit" | "internal";
export type ControlState = "announced" | "running" | "closed";

export interface ControlFields {
  kind: ControlKind;
  controllingBody: string;
  subject: string;
  startsOn: string;
  endsOn: string | null;
  fileNumber: string | null;
  state: ControlState;
  conclusion: string | null;
}

export interface Control extends ControlFields {
  id: number;
  projectId: number;
  number: number;
  archivedAt: string | null;
  version: number;
}

const COLUMNS = {
  id: "x.id",
  projectId: "x.project_id",
  number: "x.number",
  kind: "x.kind",
  controllingBody: "x.controlling_body",
  subject: "x.subject",
  startsOn: "x.starts_on",
  endsOn: "x.ends_on",
  fileNumber: "x.file_number",
  state: "x.state",
  conclusion: "x.conclusion",
  archivedAt: "x.archived_at",
  version: "x.version",
};

export async function findControl(
  db: Database,
  key: { projectId: number; id: number },
): Promise<Control | undefined> {
  return db("controls as x")
    .where({ "x.project_id": key.projectId, "x.id": key.id })
    .first(COLUMNS);
}

/** A control with what it has found, in numbers. */
export interface ControlLine extends Control {
  findings: number;
  openFindings: number;
  /** Without a remedy and past the day it was to be there. */
  lateFindings: number;
  amountHalere: number | null;
}

export interface ControlFilter {
  projectId: number;
  state: "open" | "closed" | "all" | "archived";
}

/** From the newest on; one query with the counts of findings. */
export async function listControls(
  db: Database,
  filter: ControlFilter,
  today: string,
  page?: { limit: number; offset: number },
): Promise<ControlLine[]> {
  const counts = db("control_findings as f")
    .whereNull("f.archived_at")
    .where("f.project_id", filter.projectId)
    .groupBy("f.control_id")
    .select({
      control_id: "f.control_id",
      findings: db.raw("count(*)"),
      open_findings: db.raw("count(case when f.remedied_on is null then 1 end)"),
      late_findings: db.raw(
        "count(case when f.remedied_on is null and f.remedy_by < ? then 1 end)",
        [today],
      ),
      amount_halere: db.raw("sum(f.amount_halere)"),
    });
  const query = db("controls as x")
    .leftJoin(counts.as("n"), "n.control_id", "x.id")
    .where("x.project_id", filter.projectId)
    .whereRaw(CONDITIONS[filter.state])
    .orderBy([
      { column: "x.starts_on", order: "desc" },
      { column: "x.id", order: "desc" },
    ])
    .select({
      ...COLUMNS,
      findings: "n.findings",
      openFindings: "n.open_findings",
      lateFindings: "n.late_findings",
      amountHalere: "n.amount_halere",
    });
  if (page) query.limit(page.limit).offset(page.offset);
  const rows = await query;
  return rows.map((row) => ({
    ...row,
    findings: Number(row.findings ?? 0),
    openFindings: Number(row.openFindings ?? 0),
    lateFindings: Number(row.lateFindings ?? 0),
    amountHalere: row.amountHalere === null ? null : Number(row.amountHalere),
  }));
}

const CONDITIONS: Record<ControlFilter["state"], string> = {
  open: "x.archived_at is null and x.state <> 'closed'",
  closed: "x.archived_at is null and x.state = 'closed'",
  all: "x.archived_at is null",
  archived: "x.archived_at is not null",
};

export type ControlCounts = Record<ControlFilter["state"], number>;

export async function countControls(db: Database, projectId: number): Promise<ControlCounts> {
  const count = (state: ControlFilter["state"]) =>
    db.raw(`count(case when ${CONDITIONS[state]} then 1 end)`);
  return db("controls as x")
    .where("x.project_id", projectId)
    .first({
      open: count("open"),
      closed: count("closed"),
      all: count("all"),
      archived: count("archived"),
    });
}

export async function nextControlNumber(trx: Transaction, projectId: number): Promise<number> {
  const [last] = await trx("controls").where({ project_id: projectId }).max({ n: "number" });
  return Number(last?.n ?? 0) + 1;
}

export async function insertControl(
  trx: Transaction,
  control: ControlFields & { projectId: number; number: number; createdAt: string },
): Promise<number> {
  const [row] = await trx("controls")
    .insert({
      ...columns(control),
      project_id: control.projectId,
      number: control.number,
      created_at: control.createdAt,
    })
    .returning("id");
  return row.id;
}

/** 0 when the record has another version by now; so with its archiving. */
export async function updateControl(
  trx: Transaction,
  key: { id: number; version: number },
  fields: ControlFields,
): Promise<number> {
  return trx("controls")
    .where({ id: key.id, version: key.version })
    .update({ ...columns(fields), version: key.version + 1 });
}

export async function updateControlArchived(
  trx: Transaction,
  key: { id: number; version: number },
  archivedAt: string | null,
): Promise<number> {
  return trx("controls")
    .where({ id: key.id, version: key.version })
    .update({ archived_at: archivedAt, version: key.version + 1 });
}

function columns(fields: ControlFields) {
  return {
    kind: fields.kind,
    controlling_body: fields.controllingBody,
    subject: fields.subject,
    starts_on: fields.startsOn,
    ends_on: fields.endsOn,
    file_number: fields.fileNumber,
    state: fields.state,
    conclusion: fields.conclusion,
  };
}
