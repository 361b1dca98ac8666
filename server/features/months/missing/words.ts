import { paths } from "../../../paths.ts";
import type { Texts } from "../../../texts/index.ts";
import { lastDayOf, type Month } from "../../../values/month.ts";
import { withQuery } from "../../../web/query-string.ts";
import type { MissingItem, MissingKind } from "./rules.ts";

export interface MissingPlace {
  projectId: number;
  month: Month;
  writesTimesheets?: boolean;
}

export function missingText({ kind, count }: MissingItem, texts: Texts): string {
  return texts.monthClosing.missing.kinds[kind](count);
}

/** The page on which it is filled in; of timesheets their team's for those who write none there. */
export function missingHref(
  kind: MissingKind,
  { projectId, month, writesTimesheets = false }: MissingPlace,
): string {
  const to = lastDayOf(month);
  const timesheets = withQuery(paths.timesheets(projectId), { month });
  const pages: Record<MissingKind, string> = {
    status: paths.projectStatuses(projectId),
    log: withQuery(paths.progress(projectId), { month }),
    indicators: paths.indicators(projectId),
    spending: paths.projectSpends(projectId),
    events: withQuery(paths.events(projectId), { state: "to-close", to }),
    attendance: withQuery(paths.events(projectId), { state: "to-close", to }),
    timesheets: writesTimesheets ? timesheets : paths.staff(projectId),
    expenditures: withQuery(paths.expenditures(projectId), { to }),
    overdue: withQuery(paths.milestones(projectId), { state: "overdue", to }),
    documents: paths.requiredDocuments(projectId),
    risks: paths.risks(projectId),
  };
  return pages[kind];
}
