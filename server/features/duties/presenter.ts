import type { Duty } from "../../../db/queries/duties.ts";
import { paths } from "../../paths.ts";
import { groupedBy } from "../../values/grouped.ts";
import { withQuery } from "../../web/query-string.ts";
import type { Compared } from "./comparison/rules.ts";
import { dutyGroups, dutyKinds } from "./kinds/rules.ts";
import {
  type DutiesProject,
  presentDutyRow,
  presentRule,
  type RowContext,
} from "./row-presenter.ts";
import type { DutyBoard } from "./service.ts";
import type { Wording } from "./words.ts";

interface Rights {
  /** Write down, move and cancel what the rules ask for. */
  edit: boolean;
  /** Set another day of a duty, with a reason. */
  move: boolean;
}

/** Everything that the legal act owes, with the rule, its source and what became of it. */
export function presentDuties(
  project: DutiesProject,
  board: DutyBoard,
  wording: Wording,
  can: Rights,
) {
  const { duties } = wording.texts;
  const context: RowContext = { project, board, wording, can };
  const groups = dutyGroups.flatMap((group) => {
    const own = board.duties.filter(({ owed }) => dutyKinds[owed.duty].group === group);
    if (own.length === 0) return [];
    return [{ id: `duties-${group}`, title: duties.groups[group], rules: byRule(own, context) }];
  });
  return {
    pageHeader: presentHeader(project, board, wording, can),
    notices: presentNotices(project, board, wording, can),
    columns: duties.columns,
    groups,
    note: duties.weekend,
    emptyState: groups.length === 0 ? { text: duties.empty, icon: "checklist" } : null,
  };
}

/** What one rule gives stands together under it, so that its source is told once. */
function byRule(duties: Compared<Duty>[], context: RowContext) {
  const groups = groupedBy(duties, ({ owed }) => owed.ruleKind);
  return [...groups].map(([kind, own]) => ({
    ...presentRule(kind, context),
    rows: inOrder(own).map((one) => presentDutyRow(one, context)),
  }));
}

/** What period by period is owed stands by period, so that a report is beside its payment request. */
function inOrder(rows: Compared<Duty>[]): Compared<Duty>[] {
  return rows.toSorted((a, b) => (a.owed.period?.number ?? 0) - (b.owed.period?.number ?? 0));
}

function presentHeader(project: DutiesProject, board: DutyBoard, words: Wording, can: Rights) {
  const { texts, formats } = words;
  const { duties } = texts;
  const decision =
    project.decidedOn === null ? duties.undecided : duties.decided(formats.date(project.decidedOn));
  const span = duties.subtitle(formats.dateRange(project.startsOn, project.endsOn));
  const { missing, outdated } = counts(board);
  const settle = {
    href: paths.newDutySettlement(project.id),
    label: duties.settle,
    icon: "checklist",
  };
  const workbook = withQuery(paths.duties(project.id), { format: "xlsx" });
  const needsSettling = missing + outdated + board.gone.length > 0;
  return {
    title: duties.title,
    subtitle: `${span}, ${decision}`,
    actions: {
      primary: can.edit && needsSettling ? settle : null,
      more: [
        { href: paths.projectRules(project.id), label: duties.rulesLink, icon: "adjustments" },
        { href: paths.periods(project.id), label: duties.periodsLink, icon: "calendar-stats" },
        { href: workbook, label: duties.workbook, icon: "download" },
      ],
    },
  };
}

function counts({ duties, gone }: DutyBoard) {
  const asked = (...kinds: string[]) => duties.filter((one) => kinds.includes(one.asked.kind));
  return { missing: asked("add").length, outdated: asked("move", "extend").length + gone.length };
}

function presentNotices(project: DutiesProject, board: DutyBoard, words: Wording, can: Rights) {
  const { duties } = words.texts;
  const { missing, outdated } = counts(board);
  const check = { href: paths.newDutySettlement(project.id), linkText: duties.check };
  const make = { href: paths.newPeriodGeneration(project.id), linkText: duties.makePeriods };
  const owing = new Set(board.duties.map(({ owed }) => owed.ruleId));
  const unconfirmed = board.rules.filter(({ id, isConfirmed }) => owing.has(id) && !isConfirmed);
  const notices: { tone: string; text: string; href?: string; linkText?: string }[] = [];
  if (board.periods.length === 0)
    notices.push({ tone: "info", text: duties.noPeriods, ...(can.edit ? make : {}) });
  if (outdated > 0)
    notices.push({ tone: "warning", text: duties.outdated(outdated), ...(can.edit ? check : {}) });
  if (missing > 0)
    notices.push({ tone: "info", text: duties.missing(missing), ...(can.edit ? check : {}) });
  if (unconfirmed.length > 0) {
    const text = duties.unconfirmedNote(unconfirmed.length);
    const href = paths.projectRules(project.id);
    notices.push({ tone: "warning", text, href, linkText: duties.rulesLink });
  }
  return notices;
}
