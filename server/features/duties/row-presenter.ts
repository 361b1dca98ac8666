import type { Duty } from "../../../db/queries/duties.ts";
import { paths } from "../../paths.ts";
import { dueCell } from "../../web/due-cell.ts";
import type { DueRuleKind } from "../programme-rules/rules.ts";
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
    anchor: countedFrom(owed, context.wording),
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

/** The rule above what it gives: what it says, where it is written, and whether somebody has checked it. */
export function presentRule(kind: DueRuleKind, { board, wording }: RowContext) {
  const { duties, dueRules, programmeRules } = wording.texts;
  const name = programmeRules.kinds[kind] ?? kind;
  const found = board.rules.find((rule) => rule.kind === kind);
  if (!found) return { name, text: duties.noRule, notes: [], pill: null };
  return {
    name,
    text: dueRules.text(found.rule),
    notes: [versionOf(found, wording), duties.source(found.source)],
    pill: found.isConfirmed ? null : { tone: "yellow", label: programmeRules.unconfirmed },
  };
}

/** The day it is counted from, with its name. */
function countedFrom({ anchor }: Owed, { texts, formats }: Wording): string {
  if (!anchor) return "";
  const name = texts.dueRules.anchors[anchor.kind];
  return anchor.on === null ? name : texts.duties.anchorOn(name, formats.date(anchor.on));
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
