import { createHash } from "node:crypto";
import { lockProject } from "../../../../db/queries/project-locks.ts";
import { type KeptText, keepReportTexts } from "../../../../db/queries/report-texts.ts";
import type { Report } from "../../../../db/queries/reports.ts";
import { type Author, type Change, change } from "../../../change.ts";
import type { Deps } from "../../../deps.ts";
import { editedMeanwhile, type FormOf } from "../../../edited-meanwhile.ts";
import { Conflict } from "../../../errors.ts";
import { pragueDay } from "../../../values/calendar-date.ts";
import type { RuledProject } from "../content/limits.ts";
import { fieldName } from "../content/rules.ts";
import { type Field, writtenContent } from "../content/service.ts";
import { isWritable } from "../rules.ts";
import { recordReport, reportFound } from "../service.ts";
import type { SheetEntry } from "./schema.ts";

type Doing = Pick<Deps, "db" | "clock">;

/** What a sheet is called in the history. */
export interface WrittenSheet {
  name: string;
  fields: readonly Pick<Field, "place">[];
  /** Key of the history for a field. */
  told(field: Field): string;
}

/**
 * Writes what somebody has changed on one sheet. A field left as its draft was shown stays a draft.
 * @throws Conflict `reportLocked` when texts are not written in this state
 * @throws EditedMeanwhile when a text of the sheet was written by somebody else
 */
export async function writeSheet(
  deps: Doing,
  author: Author,
  { project, report, sheet }: { project: RuledProject; report: Report; sheet: WrittenSheet },
  { entry, formOf }: { entry: SheetEntry; formOf: FormOf<Field[]> },
): Promise<void> {
  await change(deps, author, async (one) => {
    const { fields, stored } = await fieldsToWrite(one, project, report, sheet);
    if (editionOf(fields) !== entry.version)
      throw await editedMeanwhile(one.trx, {
        ...{ objectType: "report", objectId: report.id, version: editionOf(fields) },
        values: formOf(fields),
      });
    const written = fields.flatMap((field) => {
      const typed = entry.texts.find(({ name }) => name === fieldName(field));
      if (!typed || typed.body === field.body) return [];
      if (field.source === "live" && typed.seen === markOf(typed.body)) return [];
      return [{ field, ...typed }];
    });
    if (written.length === 0) return;
    await keepReportTexts(
      one.trx,
      written.map(({ field, body, seen }) => keptText(one, stored.id, { field, body, seen })),
    );
    const told = written.map(({ field, body }) => [sheet.told(field), [field.body, body]] as const);
    recordReport(one, stored, "report.written", {
      sheet: [null, sheet.name],
      ...Object.fromEntries(told.map(([name, [from, to]]) => [name, [from, to]])),
    });
  });
}

async function fieldsToWrite(
  one: Change,
  project: RuledProject,
  report: Report,
  sheet: WrittenSheet,
): Promise<{ fields: Field[]; stored: Report }> {
  await lockProject(one.trx, report.projectId);
  const stored = await reportFound(one, report);
  if (!isWritable(stored.state)) throw new Conflict("reportLocked");
  const content = await writtenContent(one.trx, stored, project, pragueDay(one.at));
  const wanted = new Set(sheet.fields.map(({ place }) => place));
  return { stored, fields: content.fields.filter(({ place }) => wanted.has(place)) };
}

function keptText(
  { at, by }: Change,
  reportId: number,
  { field, body, seen }: { field: Field; body: string; seen: string },
): KeptText {
  const { place, section, part, activityId, indicatorId, kept, draft } = field;
  // Whoever wrote on an older draft than this one has not seen it yet.
  const begunFrom = markOf(draft) === seen ? draft : "";
  return {
    ...{ reportId, place, section, part, activityId, indicatorId, body },
    draftedBody: kept?.draftedBody ?? begunFrom,
    ...{ isEdited: true, editedAt: at, editedBy: by },
  };
}

/** Grows with each text of the sheet that somebody writes; never 0. */
export function editionOf(fields: readonly Field[]): number {
  return fields.reduce((sum, { kept }) => sum + (kept?.version ?? 0), 1);
}

/** By what a form recalls the draft that it showed. */
export function markOf(text: string): string {
  return createHash("sha256").update(text).digest("hex").slice(0, 32);
}
