import type { Knex } from "knex";
import type { Database } from "../connection.ts";
import { joinOn, LABEL, withRecords } from "./document-list.ts";
import { type DocumentReader, documentLine, documentsFor } from "./documents.ts";

/** A paper with the file of the version that stands. */
export interface PeriodDocument {
  id: number;
  objectType: string;
  /** What it hangs on by its name; a person by their code, a confidential event by nothing. */
  objectLabel: string | null;
  title: string;
  isSignedOriginal: boolean;
  isPersonal: boolean;
  versionId: number;
  originalName: string;
  file: string;
  sha256: string;
  byteCount: number;
}

export interface PeriodScope extends DocumentReader {
  projectId: number;
  period: { id: number; startsOn: string; endsOn: string };
  /** The period as instants, for papers of records without a day: when they were uploaded. */
  from: string;
  until: string;
}

/**
 * Papers of what happened in a period: an event, an output or a log entry by its day, an expenditure by the
 * period it is claimed in, anything without a day by the upload.
 */
export async function listPeriodDocuments(
  db: Database,
  scope: PeriodScope,
): Promise<PeriodDocument[]> {
  const { period } = scope;
  const rows = await papersOf(db, scope)
    .where((of) =>
      of
        .whereRaw(`${DAY} between ? and ?`, [period.startsOn, period.endsOn])
        .orWhere("x.period_id", period.id)
        .orWhere((undated) =>
          undated
            .whereRaw(`${DAY} is null`)
            .whereNull("x.period_id")
            .where("v.uploaded_at", ">=", scope.from)
            .where("v.uploaded_at", "<", scope.until),
        ),
    )
    .orderBy(["d.object_type", "d.object_id", "d.id"]);
  return rows.map(documentLine as never);
}

/** The same by the versions that were ordered, also where a newer one has come since. */
export async function listOrderedDocuments(
  db: Database,
  of: DocumentReader & { projectId: number; versionIds: readonly number[] },
): Promise<PeriodDocument[]> {
  const rows = await papersOf(db, of)
    .whereIn("v.id", [...of.versionIds])
    .orderBy(["d.object_type", "d.object_id", "d.id"]);
  return rows.map(documentLine as never);
}

// An expenditure that has a period is of that one, whatever its day.
const DAY = `coalesce(e.ends_on, n.ends_on, m.done_on, m.due_on, l.happened_on, c.ends_on, iv.valid_on,
  case when x.period_id is null then x.valid_on end)`;

function papersOf(
  db: Database,
  { projectId, viewerId }: DocumentReader & { projectId: number },
): Knex.QueryBuilder {
  return withRecords(db, documentsFor(db, { viewerId }))
    .leftJoin("log_entries as l", joinOn(db, "log-entry", "l.id"))
    .where("d.project_id", projectId)
    .whereNull("d.archived_at")
    .whereNull("v.file_removed_at")
    .select({
      id: "d.id",
      objectType: "d.object_type",
      title: "d.title",
      isSignedOriginal: "d.is_signed_original",
      isPersonal: "d.is_personal",
      versionId: "v.id",
      originalName: "v.original_name",
      file: "v.file",
      sha256: "v.sha256",
      byteCount: "v.byte_count",
      objectLabel: db.raw(LABEL, [false]),
    });
}
