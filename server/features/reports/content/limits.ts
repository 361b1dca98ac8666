import type { Database } from "../../../../db/connection.ts";
import { listRulesInForce } from "../../../../db/queries/offset-rules.ts";
import type { CalendarDate } from "../../../values/calendar-date.ts";
import { NEWLINE_LENGTH, TEXT_LIMIT, WARN_WITHIN } from "../places.ts";
import type { TextLimits } from "./submitted.ts";

export interface RuledProject {
  id: number;
  programme: string;
  startsOn: CalendarDate;
  decidedOn: CalendarDate | null;
}

const KINDS = ["report-text-limit", "report-newline-length"];

/** The limits of the rules in force on the day of the project's decision. */
export async function limitsOf(db: Database, project: RuledProject): Promise<TextLimits> {
  const rules = await listRulesInForce(db, {
    projectId: project.id,
    programme: project.programme,
    kinds: KINDS,
    on: project.decidedOn ?? project.startsOn,
  });
  const inForce = (kind: string) => rules.find((rule) => rule.kind === kind)?.value;
  const most = Number(inForce("report-text-limit") ?? TEXT_LIMIT);
  const newlineLength = Math.max(1, Number(inForce("report-newline-length") ?? NEWLINE_LENGTH));
  return { most, warnFrom: Math.max(0, most - WARN_WITHIN), newlineLength };
}
