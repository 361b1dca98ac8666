import type { Duty } from "../../../db/queries/duties.ts";
import { paths } from "../../paths.ts";
import { dueCell } from "../../web/due-cell.ts";
import { type Asked, type Compared, isOpen } from "./comparison/rules.ts";
import type { Owed } from "./rules.ts";
import type { BindingDueRule, DutyBoard } from "./service.ts";
import { dutyTitle, surprises, type Wording } from "./words.ts";

export interface DutiesProject {
  id: number;
  startsOn: string;
  endsOn: string;
  decidedOn: string | null;
}

export interface RowContext {
  project: DutiesProject;
  board: DutyBoard;
  wording: Wording;
  can: { edit: boolean; move: boolean };
}

/** One duty: what, until when, by which rule, and where another day is set. */
export function presentDutyRow(compared: Compared<Duty>, context: RowContext) {
  const { owed, written } = compared;
  const { texts } = context.wording;
  const title = written?.title ?? dutyTitle(owed, texts);
  const milestone = written && paths.milestone(context.project.id, written.id);
  return {
    title,
    href: milestone ?? null,
    note: noteOf(compared, context),
    ...dueOf(compared, context),
    rule: ruleOf(owed, context),
    move: moveOf(compared, title, context),
  };
}

function noteOf({ owed, written }: Compared<Duty>, { wording }: RowContext): string | null {
  const { texts, formats } = wording;
  const until = written?.recursUntil ?? owed.recursUntil;
  if (owed.period) {
    const span = formats.dateRange(owed.period.startsOn, owed.period.endsOn);
    return texts.duties.period(owed.period.number, span);
  }
  return until === null ? null : texts.duties.monthly(formats.date(until));
}

/** The binding day with what may surprise; what is not written down or not known yet says so. */
function dueOf({ owed, written, asked }: Compared<Duty>, { wording }: RowContext) {
  return written ? dueOfWritten(written, asked, wording) : dueOfUnwritten(owed, asked, wording);
}

function dueOfWritten(written: Duty, { kind }: Asked, wording: Wording) {
  const { outdatedPill } = wording.texts.duties;
  const isOutdated = kind === "move" || kind === "extend";
  return {
    due: dueCell(written, wording),
    day: null,
    notes: isOpen(written) ? writtenNotes(written, wording) : [],
    pill: isOutdated ? { tone: "yellow", label: outdatedPill } : null,
  };
}

function dueOfUnwritten(owed: Owed, asked: Asked, wording: Wording) {
  const { texts, formats } = wording;
  const day = asked.kind === "add" ? asked.on : (owed.dates?.dueOn ?? null);
  return {
    due: null,
    day: day && formats.date(day),
    notes: owed.dates ? surprises(owed.dates, wording) : [waitsText(owed, wording)],
    pill: asked.kind === "add" ? { tone: "grey", label: texts.duties.missingPill } : null,
  };
}

function writtenNotes(written: Duty, wording: Wording): string[] {
  const { texts, formats } = wording;
  const { computedDueOn, overrideReason, dueOn } = written;
  const byRule = computedDueOn !== null && computedDueOn !== dueOn && formats.date(computedDueOn);
  return [
    ...surprises(written, wording),
    ...(byRule
      ? [
          overrideReason
            ? texts.duties.overridden(byRule, overrideReason)
            : texts.duties.byRule(byRule),
        ]
      : []),
  ];
}

function waitsText({ anchor, ruleId }: Owed, { texts }: Wording): string {
  const { waits, noRule } = texts.duties;
  if (ruleId === null || anchor === null) return noRule;
  const known: Partial<Record<string, string>> = waits;
  return known[anchor.kind] ?? waits.other;
}

function ruleOf({ ruleId, ruleKind, anchor }: Owed, { board, wording, project }: RowContext) {
  const { duties, dueRules, programmeRules } = wording.texts;
  const found = board.rules.find(({ id }) => id === ruleId);
  if (!found) return { text: programmeRules.kinds[ruleKind] ?? ruleKind, notes: [], warning: null };
  const { formats } = wording;
  const counted =
    anchor?.on && duties.anchorOn(dueRules.anchors[anchor.kind], formats.date(anchor.on));
  return {
    text: dueRules.text(found.rule),
    href: paths.projectRules(project.id),
    notes: [...(counted ? [counted] : []), versionOf(found, wording), duties.source(found.source)],
    warning: found.isConfirmed ? null : duties.unconfirmed,
  };
}

function versionOf({ reason, validFrom }: BindingDueRule, { texts, formats }: Wording): string {
  const { version, ownVersion } = texts.duties;
  return reason === null ? version(formats.date(validFrom)) : ownVersion(reason);
}

function moveOf({ written }: Compared<Duty>, title: string, { project, wording, can }: RowContext) {
  if (!can.move || !written || !isOpen(written)) return null;
  const { move, moveOf: name } = wording.texts.duties;
  const href = paths.newMilestoneMove(project.id, written.id);
  return { href, label: move, name: name(title) };
}
