import type { Database } from "../../../../db/connection.ts";
import {
  findProjectPlan,
  insertProjectPlan,
  type ProjectPlan,
} from "../../../../db/queries/project-plans.ts";
import { type Author, change } from "../../../change.ts";
import type { Deps } from "../../../deps.ts";
import type { CalendarDate } from "../../../values/calendar-date.ts";
import { nextWorkingDay } from "../../../values/working-days.ts";
import { indexWholeProject } from "../../searches/rebuilding/service.ts";
import { findWholeProject, type WholeProject } from "../checked-entry.ts";
import { foundProject } from "../service.ts";
import { refreshProgressTotals } from "../totals/service.ts";
import { shiftBetween } from "./rules.ts";
import type { CopyEntry } from "./schema.ts";

export interface CopiedDate {
  kind: "project" | "period" | "activity" | "milestone" | "target";
  title: string;
  from: CalendarDate;
  to: CalendarDate;
}

/** Every date of the plan as it is and as the copy would have it, for the preview. */
export async function previewCopy(
  db: Database,
  projectId: number,
  startsOn: CalendarDate,
): Promise<CopiedDate[]> {
  const { record } = await findWholeProject(db, projectId);
  const plan = await findProjectPlan(db, projectId);
  const shift = shiftBetween(record.startsOn, startsOn);
  return datesOf(record, plan).map((date) => ({ ...date, to: shift(date.from) }));
}

/** Copies what a project plans under a new name and start: nothing done, no log, no figures, no owners. */
export async function copyProject(
  deps: Pick<Deps, "db" | "clock">,
  author: Author,
  projectId: number,
  entry: CopyEntry,
): Promise<number> {
  return change(deps, author, async (one) => {
    const { trx, at } = one;
    const whole = await findWholeProject(trx, projectId);
    const plan = await findProjectPlan(trx, projectId);
    const shift = shiftBetween(whole.record.startsOn, entry.startsOn);
    const copyId = await foundProject(
      one,
      author,
      copyOf(whole, entry, shift(whole.record.endsOn)),
    );
    await insertProjectPlan(trx, plan, { projectId: copyId, at, shift, shown: nextWorkingDay });
    await indexWholeProject(trx, copyId);
    await refreshProgressTotals(trx, copyId);
    return copyId;
  });
}

function copyOf({ record, parts }: WholeProject, entry: CopyEntry, endsOn: CalendarDate) {
  const { programme, priorityAxis, callNumber, callName } = record;
  const { beneficiaryId, department, vision, totalHalere } = record;
  return {
    fields: {
      ...{ programme, priorityAxis, callNumber, callName, beneficiaryId, department, vision },
      title: entry.title,
      shortName: entry.shortName,
      registrationNumber: null,
      startsOn: entry.startsOn,
      endsOn,
      decidedOn: null,
      totalHalere,
      phase: "idea" as const,
    },
    parts: {
      ...parts,
      sources: parts.sources.map(({ id, ...source }) => source),
      codeItemIds: parts.codeItems.map((item) => item.id),
    },
  };
}

function datesOf(
  record: { title: string; startsOn: string; endsOn: string },
  plan: ProjectPlan,
): Omit<CopiedDate, "to">[] {
  const dates: { kind: CopiedDate["kind"]; title: string; from: unknown }[] = [
    { kind: "project", title: record.title, from: record.startsOn },
    { kind: "project", title: record.title, from: record.endsOn },
    ...plan.periods.map((row) => ({
      kind: "period" as const,
      title: `${row.number}.`,
      from: row.ends_on,
    })),
    ...plan.activities.flatMap((row) =>
      [row.starts_on, row.ends_on].map((from) => ({
        kind: "activity" as const,
        title: String(row.title),
        from,
      })),
    ),
    ...plan.milestones.map((row) => ({
      kind: "milestone" as const,
      title: String(row.title),
      from: row.due_on,
    })),
    ...plan.indicators.map((row) => ({
      kind: "target" as const,
      title: String(row.name),
      from: row.target_on,
    })),
  ];
  return dates.flatMap(({ from, ...date }) =>
    typeof from === "string" ? [{ ...date, from }] : [],
  );
}
