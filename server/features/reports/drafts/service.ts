import { lockProject } from "../../../../db/queries/project-locks.ts";
import { type KeptText, keepReportTexts } from "../../../../db/queries/report-texts.ts";
import { type Author, type Change, change } from "../../../change.ts";
import type { Deps } from "../../../deps.ts";
import { Conflict } from "../../../errors.ts";
import { pragueDay } from "../../../values/calendar-date.ts";
import type { RuledProject } from "../content/limits.ts";
import { type Field, writtenContent } from "../content/service.ts";
import { isWritable } from "../rules.ts";
import { type ReportKey, recordReport, reportFound } from "../service.ts";
import { markOf } from "../sheets/service.ts";
import type { OfferEntry } from "./schema.ts";

/** A field that a newer draft is offered for. */
export type Offered = Field & { newer: string };

export function offeredFields(fields: readonly Field[]): Offered[] {
  return fields.filter((field): field is Offered => field.newer !== null);
}

/**
 * Takes a newer draft over, or keeps the text and remembers that it has been compared with it.
 * @throws Conflict `noNewerDraft` when the draft is another one than was shown, or the text was edited since
 */
export async function answerOffer(
  deps: Pick<Deps, "db" | "clock">,
  author: Author,
  of: { key: ReportKey; project: RuledProject },
  entry: OfferEntry,
): Promise<void> {
  await change(deps, author, async (one) => {
    await lockProject(one.trx, of.key.projectId);
    const report = await reportFound(one, of.key);
    if (!isWritable(report.state)) throw new Conflict("reportLocked");
    const content = await writtenContent(one.trx, report, of.project, pragueDay(one.at));
    const answered = offeredFields(content.fields).filter((field) => isMeant(field, entry));
    if (answered.length === 0) throw new Conflict("noNewerDraft");
    await keepReportTexts(
      one.trx,
      answered.map((field) => keptText(one, report.id, field, entry.choice)),
    );
    const action = entry.choice === "adopt" ? "report.draft-adopted" : "report.draft-refused";
    recordReport(
      one,
      report,
      action,
      Object.fromEntries(
        answered.map(({ place, body, newer }) => [
          place,
          entry.choice === "adopt" ? [body, newer] : [null, newer],
        ]),
      ),
    );
  });
}

function isMeant(field: Offered, { isForAll, place, version, seen }: OfferEntry): boolean {
  if (isForAll) return field.source === "pinned";
  return field.place === place && field.kept?.version === version && markOf(field.newer) === seen;
}

/** Taken over, the text is a draft again that nobody has edited; kept, only what it is compared with moves. */
function keptText(
  { at, by }: Change,
  reportId: number,
  { place, section, part, activityId, indicatorId, body, newer, kept }: Offered,
  choice: OfferEntry["choice"],
): KeptText {
  const isAdopted = choice === "adopt";
  return {
    ...{ reportId, place, section, part, activityId, indicatorId },
    body: isAdopted ? newer : body,
    draftedBody: newer,
    isEdited: isAdopted ? false : (kept?.isEdited ?? true),
    editedAt: at,
    editedBy: by,
  };
}
