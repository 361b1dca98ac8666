import type { Database } from "../../../../db/connection.ts";
import type { LineName } from "../../../../db/queries/budget-line-names.ts";
import {
  type ContractCode,
  listPayOfMonth,
  type RecordedPay,
} from "../../../../db/queries/payroll-items.ts";
import type { ProjectSpan } from "../../../../db/queries/project-locks.ts";
import {
  type Assignment,
  listDirectAssignments,
  listPay,
  type Pay,
} from "../../../../db/queries/staff-assignments.ts";
import { listTimesheets, type Timesheet } from "../../../../db/queries/timesheets.ts";
import type { Halere } from "../../../values/money.ts";
import type { Month } from "../../../values/month.ts";
import type { BasisPoints } from "../../../values/percent.ts";
import { FULL_WORKLOAD } from "../../../values/workload.ts";
import { lineNamesOf } from "../../positions/words.ts";
import {
  type Days,
  daysOf,
  fundOf,
  monthDays,
  totalOf,
  weekdaysIn,
} from "../../timesheets/rules.ts";
import { codesFor, grossOf } from "../rules.ts";
import { levyRateOf } from "../service.ts";

export interface ProposedPay {
  assignment: Assignment;
  /** Null: the position has none, or one that the budget does not have any more. */
  line: LineName | null;
  codes: readonly ContractCode[];
  sheet: Timesheet | undefined;
  /** Of the approved timesheet; without one they have to be told. */
  hours: { fundE2: number; projectE2: number } | null;
  fundE2: number;
  weekdays: { held: number; all: number };
  isPayAgreed: boolean;
  /** Null: nothing is agreed, or it is by the hour and no hours are approved. */
  grossHalere: Halere | null;
}

export interface PayMonth {
  month: Month;
  proposals: ProposedPay[];
  recorded: RecordedPay[];
  /** Undefined where no rule sets any. */
  levyRate: BasisPoints | undefined;
}

type Span = Omit<ProjectSpan, "endsOn"> & { endsOn: string };

/** What is to be recorded of a month and what is already; a fixed number of queries. */
export async function loadPayMonth(db: Database, project: Span, month: Month): Promise<PayMonth> {
  const projectId = project.id;
  const { from, to } = monthDays(month);
  const held = await listDirectAssignments(db, { projectId, from, to, userId: null });
  const ids = held.map(({ id }) => id);
  // One after another: it is asked inside a transaction too, whose connection takes one query at a time.
  const recorded = await listPayOfMonth(db, { projectId, month });
  const pay = await listPay(db, projectId, ids);
  const sheets = await listTimesheets(db, { projectId, month, assignmentIds: ids });
  const lines = await lineNamesOf(db, projectId, held);
  const levyRate = await levyRateOf(db, project);
  const paid = new Set(recorded.map(({ assignmentId }) => assignmentId));
  const proposals = held.flatMap((assignment) => {
    const days = daysOf(month, assignment, project);
    if (days === null || paid.has(assignment.id)) return [];
    const agreed = pay.find(({ id }) => id === assignment.id);
    const sheet = sheets.find(({ assignmentId }) => assignmentId === assignment.id);
    const line = lines.get(assignment.budgetLineId ?? 0) ?? null;
    return [proposalOf({ assignment, month, days }, { line, sheet, pay: agreed })];
  });
  return { month, proposals, recorded, levyRate };
}

function proposalOf(
  { assignment, month, days }: { assignment: Assignment; month: Month; days: Days },
  of: { line: LineName | null; sheet: Timesheet | undefined; pay: Pay | undefined },
): ProposedPay {
  const { line, sheet, pay } = of;
  const hours =
    sheet?.state === "approved" ? { fundE2: sheet.fundE2, projectE2: totalOf(sheet) } : null;
  const weekdays = { held: weekdaysIn(days), all: weekdaysIn(monthDays(month)) };
  const { payUnit = null, payHalere = null } = pay ?? {};
  const isPayAgreed = payUnit !== null && payHalere !== null;
  const work = {
    workloadMilli: assignment.heldMilli ?? FULL_WORKLOAD,
    hoursE2: hours?.projectE2 ?? 0,
    weekdays,
  };
  const isKnown = isPayAgreed && (payUnit === "month" || hours !== null);
  return {
    ...{ assignment, line, sheet, hours, weekdays, isPayAgreed },
    codes: codesFor(line?.code ?? null, assignment.contract),
    fundE2: fundOf(days, assignment.heldMilli),
    grossHalere: isKnown ? grossOf({ payUnit, payHalere }, work) : null,
  };
}
