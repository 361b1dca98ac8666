import type { Database, Transaction } from "../connection.ts";

/** A field of a report as somebody has left it, or as it was pinned for the check. */
export interface ReportText {
  place: string;
  body: string;
  /** The draft that stood there when the text was begun or last compared with. */
  draftedBody: string;
  isEdited: boolean;
  editedAt: string | null;
  editedByName: string | null;
  version: number;
}

export async function listReportTexts(db: Database, reportId: number): Promise<ReportText[]> {
  const rows = await db("report_texts as t")
    .leftJoin("users as u", "u.id", "t.edited_by")
    .where("t.report_id", reportId)
    .orderBy("t.id")
    .select({
      place: "t.place",
      body: "t.body",
      draftedBody: "t.drafted_body",
      isEdited: "t.is_edited",
      editedAt: "t.edited_at",
      editedByName: "u.name",
      version: "t.version",
    });
  return rows.map((row: ReportText) => ({ ...row, isEdited: Boolean(row.isEdited) }));
}

/** How many fields of each report somebody has written. */
export async function countEditedTexts(
  db: Database,
  projectId: number,
): Promise<Map<number, number>> {
  const rows = await db("report_texts as t")
    .join("reports as r", "r.id", "t.report_id")
    .where({ "r.project_id": projectId, "t.is_edited": true })
    .groupBy("t.report_id")
    .select({ reportId: "t.report_id", n: db.raw("count(*)") });
  return new Map(rows.map(({ reportId, n }) => [reportId, Number(n)]));
}

export interface KeptText {
  reportId: number;
  place: string;
  section: string;
  part: string;
  activityId: number | null;
  indicatorId: number | null;
  body: string;
  draftedBody: string;
  isEdited: boolean;
  editedAt: string | null;
  editedBy: number | null;
}

/** Writes fields, those that stand there already anew. */
export async function keepReportTexts(trx: Transaction, texts: KeptText[]): Promise<void> {
  if (texts.length === 0) return;
  await trx("report_texts")
    .insert(texts.map(columnsOf))
    .onConflict(["report_id", "place"])
    .merge({
      body: trx.raw("excluded.body"),
      drafted_body: trx.raw("excluded.drafted_body"),
      is_edited: trx.raw("excluded.is_edited"),
      edited_at: trx.raw("excluded.edited_at"),
      edited_by: trx.raw("excluded.edited_by"),
      version: trx.raw("report_texts.version + 1"),
    });
}

function columnsOf(text: KeptText) {
  return {
    report_id: text.reportId,
    place: text.place,
    section: text.section,
    part: text.part,
    activity_id: text.activityId,
    indicator_id: text.indicatorId,
    body: text.body,
    drafted_body: text.draftedBody,
    is_edited: text.isEdited,
    edited_at: text.editedAt,
    edited_by: text.editedBy,
  };
}
