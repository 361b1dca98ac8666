import { createHash } from "node:crypto";
import type { FileOrder } from "../../../../../db/queries/prepared-files.ts";
import type { Language } from "../../../../texts/index.ts";
import { type CalendarDate, pragueDay } from "../../../../values/calendar-date.ts";
import { canonicalJson } from "../../../../values/canonical-json.ts";
import type { Month } from "../../../../values/month.ts";
import type { SummaryFormat } from "../addresses.ts";
import type { Asked } from "../asking.ts";
import { tellsOfToday } from "../escalated.ts";
import type { MonthStanding, Scope } from "../scope.ts";

const SUMMARY_KIND = "monthly-summary";
/** A file of a month that may still change is soon made again. */
const DAYS_KEPT = 7;

/** Everything a file of a summary is made of: whose projects they are has been decided. */
export interface SummaryOrder {
  month: Month;
  format: SummaryFormat;
  language: Language;
  against: Month | null;
  department: string | null;
  projectIds: number[];
  standing: MonthStanding;
  /** The day whose debts it tells of beside the month; absent where it tells of none. */
  owedOn?: CalendarDate;
}

/**
 * The order of a file: the same month, language and format of the same projects and revisions is the same file.
 * Of a closed month it stays for ever as it was delivered.
 */
export function orderOf(
  asked: Asked,
  { stored, missing, standing }: Scope,
  of: { format: SummaryFormat; language: Language },
): Pick<FileOrder, "kind" | "orderKey" | "projectId" | "keptDays"> & { params: SummaryOrder } {
  const { month, against, department } = asked;
  const projectIds = [...stored, ...missing].map(({ projectId }) => projectId);
  const made = {
    ...{ month, against, department, ...of },
    revisions: stored.map(({ projectId, revision }) => [projectId, revision]),
    open: missing.map(({ projectId }) => projectId),
    state: standing.state,
    // What is computed differs by the instant; what is stored does not.
    asOf: missing.length > 0 ? standing.asOf : null,
  };
  // Of no projects there is nothing to keep, whatever departments somebody asks for.
  const isDelivered = standing.state === "frozen" && projectIds.length > 0;
  const owed = owedOnOf(asked);
  // What was delivered tells of the day on which it was; what may still change, of each day anew.
  const told = isDelivered ? made : { ...made, ...owed };
  const hash = createHash("sha256").update(canonicalJson(told)).digest("hex");
  return {
    kind: SUMMARY_KIND,
    orderKey: `${SUMMARY_KIND}:${month}:${of.format}:${of.language}:${hash}`,
    projectId: null,
    keptDays: isDelivered ? null : DAYS_KEPT,
    params: { ...{ month, against, department, projectIds, standing }, ...of, ...owed },
  };
}

/** As on the page: of a past instant nothing is told, it may have been paid since. */
function owedOnOf({ month, today, asOf }: Asked): Pick<SummaryOrder, "owedOn"> {
  return tellsOfToday(month, today) && pragueDay(asOf) === today ? { owedOn: today } : {};
}
