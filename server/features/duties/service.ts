import type { Database } from "../../../db/connection.ts";
import { type Duty, listDuties, listLastPayments } from "../../../db/queries/duties.ts";
import { listRulesInForce, type RuleInForce } from "../../../db/queries/offset-rules.ts";
import { listPeriods, type Period } from "../../../db/queries/periods.ts";
import type { ProjectSpan } from "../../../db/queries/project-locks.ts";
import type { CalendarDate } from "../../values/calendar-date.ts";
import { type DueRule, readDueRule } from "../../values/due-rule.ts";
import type { NumberedSpan } from "../periods/rules.ts";
import {
  type DueRuleKind,
  dueRuleKinds,
  isDueRuleKind,
  ruleDayOf,
} from "../programme-rules/rules.ts";
import { type Comparison, compareDuties, followsRule } from "./comparison/rules.ts";
import { dutyKinds, dutyNames } from "./kinds/rules.ts";
import { type DutyRules, isFinal, owedBy } from "./rules.ts";

/** A rule that gives a day, as it binds the project. */
export interface BindingDueRule extends RuleInForce {
  kind: DueRuleKind;
  rule: DueRule;
}

export interface DutyBoard<Span extends NumberedSpan = Period> extends Comparison<Duty> {
  periods: Span[];
  rules: BindingDueRule[];
  /** Rules of what every project owes that the programme does not have. */
  missingRules: DueRuleKind[];
}

/** Everything that a board is made of, as it is stored. */
export interface DutySources {
  project: ProjectSpan;
  periods: Period[];
  written: Duty[];
  rules: BindingDueRule[];
  lastPaidOn: CalendarDate | null;
  today: CalendarDate;
}

/** What the project owes by its rules, beside what is written down. */
export async function loadDutyBoard(
  db: Database,
  project: ProjectSpan,
  today: CalendarDate,
): Promise<DutyBoard> {
  return reckonBoard(await loadDutySources(db, project, today));
}

/** Four queries, one after another: within a transaction there is one connection. */
export async function loadDutySources(
  db: Database,
  project: ProjectSpan,
  today: CalendarDate,
): Promise<DutySources> {
  const periods = await listPeriods(db, project.id);
  const written = await listDuties(db, project.id);
  const rules = await loadDueRules(db, project);
  const [payment] = await listLastPayments(db, [project.id]);
  return { project, periods, written, rules, lastPaidOn: payment?.paidOn ?? null, today };
}

/** The project's own rules, else those in force on the day of its decision, or of its start without one. */
export async function loadDueRules(db: Database, project: ProjectSpan): Promise<BindingDueRule[]> {
  const found = await listRulesInForce(db, {
    projectId: project.id,
    programme: project.programme,
    kinds: dueRuleKinds,
    on: ruleDayOf(project),
  });
  const readable = found.flatMap((one) => {
    const rule = readDueRule(one.value);
    return rule && isDueRuleKind(one.kind) ? [{ ...one, kind: one.kind, rule }] : [];
  });
  return dueRuleKinds.flatMap((kind) => readable.find((one) => one.kind === kind) ?? []);
}

/** The board from what is stored, or from what would be: periods that are only proposed have no id yet. */
export function reckonBoard<Span extends NumberedSpan & { id?: number }>(
  sources: Omit<DutySources, "periods"> & { periods: Span[] },
): DutyBoard<Span> {
  const { project, periods, written, rules, lastPaidOn, today } = sources;
  const byKind: DutyRules = Object.fromEntries(rules.map((one) => [one.kind, one]));
  const { startsOn, endsOn, decidedOn } = project;
  const finalReportOn = finalReportOf(sources);
  const facts = { startsOn, endsOn, decidedOn, lastPaidOn, periods, finalReportOn };
  const idOf = ({ number }: NumberedSpan) => periods.find((one) => one.number === number)?.id;
  const comparison = compareDuties(owedBy(facts, byKind), written, { idOf, today });
  return { ...comparison, periods, rules, missingRules: missing(byKind) };
}

/** The day of the final report that no rule changes any more. */
function finalReportOf({
  project,
  periods,
  written,
}: Pick<DutySources, "project" | "written"> & {
  periods: (NumberedSpan & { id?: number })[];
}): CalendarDate | null {
  const last = periods.find((period) => isFinal(period, project));
  const report = written.find(({ duty, periodId }) => duty === "report" && periodId === last?.id);
  if (!last?.id || !report || report.cancelledOn !== null) return null;
  return followsRule(report) ? null : report.dueOn;
}

function missing(rules: DutyRules): DueRuleKind[] {
  const wanted = dutyNames.flatMap((name) => {
    const { isAlwaysOwed, rule, finalRule } = dutyKinds[name];
    return isAlwaysOwed ? [rule, ...(finalRule ? [finalRule] : [])] : [];
  });
  return [...new Set(wanted)].filter((kind) => rules[kind] === undefined);
}
