import type { Database, Transaction } from "../connection.ts";
import type { OutputKind } from "./milestones.ts";

export type OutputState = "draft" | "commented" | "approved" | "published" | "counted";

/** What the steps of an output's life set. */
export interface OutputFields {
  state: OutputState;
  documentId: number | null;
  approvedVersionId: number | null;
  bodyId: number | null;
  eventId: number | null;
  commentsBy: string | null;
  approvedOn: string | null;
  publishedOn: string | null;
  publicationUrl: string | null;
  indicatorValueId: number | null;
}

/** The milestone that an output is, and how its paper stands. */
interface PlannedOutput {
  projectId: number;
  milestoneId: number;
  title: string;
  outputKind: OutputKind | null;
  activityId: number | null;
  activityNumber: string | null;
  activityParentNumber: string | null;
  activityTitle: string | null;
  dueOn: string;
  doneOn: string | null;
  cancelledOn: string | null;
  ownerName: string | null;
  bodyName: string | null;
  /** The meeting that approved it; null of one that has become confidential since. */
  eventTitle: string | null;
  eventOn: string | null;
  documentVersions: number | null;
  approvedVersion: number | null;
}

export interface Output extends PlannedOutput, OutputFields {
  id: number;
  proof: string | null;
  proofUrl: string | null;
  note: string | null;
  /** The declared indicator that it was counted into. */
  indicatorId: number | null;
  indicatorName: string | null;
  version: number;
}

/** A planned output; `id` and `state` are null where nobody has begun to write it. */
export interface OutputLine
  extends PlannedOutput,
    Pick<OutputFields, "documentId" | "commentsBy" | "approvedOn" | "publishedOn"> {
  id: number | null;
  state: OutputState | null;
}

export interface OutputFilter {
  projectId: number;
  /** `planned` are those not begun. */
  state: OutputState | "planned" | null;
  outputKind: OutputKind | null;
}

/** Planned outputs by their day, without those cancelled before anybody began. */
export async function listOutputs(
  db: Database,
  filter: OutputFilter,
  page: { limit: number; offset: number },
): Promise<OutputLine[]> {
  return narrowed(db, filter)
    .orderBy(["m.due_on", "m.id"])
    .limit(page.limit)
    .offset(page.offset)
    .select({ ...plannedColumns(db), id: "x.id", state: "x.state", documentId: "x.document_id" })
    .select({ commentsBy: "x.comments_by", approvedOn: "x.approved_on" })
    .select({ publishedOn: "x.published_on" });
}

/** How many outputs of the project are in each state; `planned` are those not begun. */
export async function countOutputs(
  db: Database,
  filter: Pick<OutputFilter, "projectId" | "outputKind">,
): Promise<Map<OutputState | "planned", number>> {
  const rows: { state: OutputState | null; n: number | string }[] = await narrowed(db, {
    ...filter,
    state: null,
  })
    .groupBy("x.state")
    .select({ state: "x.state" })
    .count({ n: "*" });
  return new Map(rows.map(({ state, n }) => [state ?? "planned", Number(n)]));
}

export async function findOutput(
  db: Database,
  key: { projectId: number; id: number },
): Promise<Output | undefined> {
  return planned(db)
    .leftJoin("indicator_values as iv", "iv.id", "x.indicator_value_id")
    .leftJoin("indicators as i", "i.id", "iv.indicator_id")
    .where({ "m.project_id": key.projectId, "x.id": key.id })
    .whereNull("x.archived_at")
    .first({
      ...plannedColumns(db),
      id: "x.id",
      state: "x.state",
      documentId: "x.document_id",
      approvedVersionId: "x.approved_version_id",
      bodyId: "x.body_id",
      eventId: "x.event_id",
      commentsBy: "x.comments_by",
      approvedOn: "x.approved_on",
      publishedOn: "x.published_on",
      publicationUrl: "x.publication_url",
      indicatorValueId: "x.indicator_value_id",
      indicatorId: "i.id",
      indicatorName: "i.name",
      proof: "m.proof",
      proofUrl: "m.proof_url",
      note: "m.note",
      version: "x.version",
    });
}

/** The paper of a milestone, if somebody has begun to write it. */
export async function findOutputOfMilestone(
  db: Database,
  milestoneId: number,
): Promise<{ id: number; projectId: number; state: OutputState } | undefined> {
  return db("outputs")
    .where({ milestone_id: milestoneId })
    .whereNull("archived_at")
    .first({ id: "id", projectId: "project_id", state: "state" });
}

export async function insertOutput(
  trx: Transaction,
  output: { projectId: number; milestoneId: number; createdAt: string },
): Promise<number> {
  const [row] = await trx("outputs")
    .insert({
      project_id: output.projectId,
      milestone_id: output.milestoneId,
      created_at: output.createdAt,
    })
    .returning("id");
  return row.id;
}

/** 0 when the record has another version by now. */
export async function updateOutput(
  trx: Transaction,
  key: { id: number; version: number },
  fields: OutputFields,
): Promise<number> {
  return trx("outputs")
    .where({ id: key.id, version: key.version })
    .update({
      state: fields.state,
      document_id: fields.documentId,
      approved_version_id: fields.approvedVersionId,
      body_id: fields.bodyId,
      event_id: fields.eventId,
      comments_by: fields.commentsBy,
      approved_on: fields.approvedOn,
      published_on: fields.publishedOn,
      publication_url: fields.publicationUrl,
      indicator_value_id: fields.indicatorValueId,
      version: key.version + 1,
    });
}

export interface OutputFact {
  state: OutputState;
  note: string | null;
  validOn: string;
  recordedAt: string;
  recordedByName: string | null;
}

/** Newest first. */
export async function listOutputFacts(db: Database, outputId: number): Promise<OutputFact[]> {
  return db("output_states as s")
    .leftJoin("users as u", "u.id", "s.recorded_by")
    .where("s.output_id", outputId)
    .orderBy("s.id", "desc")
    .select({
      state: "s.state",
      note: "s.note",
      validOn: "s.valid_on",
      recordedAt: "s.recorded_at",
      recordedByName: "u.name",
    });
}

export async function insertOutputFact(
  trx: Transaction,
  fact: Omit<OutputFact, "recordedByName"> & { outputId: number; recordedBy: number | null },
): Promise<void> {
  await trx("output_states").insert({
    output_id: fact.outputId,
    state: fact.state,
    note: fact.note,
    valid_on: fact.validOn,
    recorded_at: fact.recordedAt,
    recorded_by: fact.recordedBy,
  });
}

function narrowed(db: Database, { projectId, state, outputKind }: OutputFilter) {
  const query = planned(db)
    .where("m.project_id", projectId)
    .where((live) => live.whereNull("m.cancelled_on").orWhereNotNull("x.id"));
  if (state === "planned") query.whereNull("x.id");
  else if (state) query.where("x.state", state);
  if (outputKind) query.where("m.output_kind", outputKind);
  return query;
}

/** Positions are filled, not written. */
function planned(db: Database) {
  return db("milestones as m")
    .leftJoin("outputs as x", (on) =>
      on.on("x.milestone_id", "m.id").andOn(db.raw("x.archived_at is null") as never),
    )
    .leftJoin("activities as a", "a.id", "m.activity_id")
    .leftJoin("activities as p", "p.id", "a.parent_id")
    .leftJoin("users as u", "u.id", "m.owner_user_id")
    .leftJoin("contacts as c", "c.id", "m.owner_contact_id")
    .leftJoin("bodies as b", "b.id", "x.body_id")
    .leftJoin("events as e", "e.id", "x.event_id")
    .leftJoin("documents as d", "d.id", "x.document_id")
    .leftJoin("document_versions as v", "v.id", "x.approved_version_id")
    .where("m.kind", "output")
    .whereNull("m.archived_at")
    .where((written) => written.whereNull("m.output_kind").orWhereNot("m.output_kind", "position"));
}

function plannedColumns(db: Database) {
  return {
    projectId: "m.project_id",
    milestoneId: "m.id",
    title: "m.title",
    outputKind: "m.output_kind",
    activityId: "m.activity_id",
    activityNumber: "a.number",
    activityParentNumber: "p.number",
    activityTitle: "a.title",
    dueOn: "m.due_on",
    doneOn: "m.done_on",
    cancelledOn: "m.cancelled_on",
    ownerName: db.raw("coalesce(u.name, c.name)"),
    bodyName: "b.name",
    eventTitle: db.raw("case when e.is_confidential = ? then e.title end", [false]),
    eventOn: "e.starts_on",
    documentVersions: "d.version_count",
    approvedVersion: "v.number",
  };
}
