import type { ProjectSpan } from "../../../../db/queries/project-locks.ts";
import type { FormValues } from "../../../web/form.ts";
import type { FieldDefinition } from "../../../web/form-fields.ts";
import type { SectionDefinition } from "../../../web/form-page.ts";
import type { Span } from "../../periods/rules.ts";
import { choiceDefinitions, everythingAsked } from "../choices/words.ts";
import type { Wording } from "../words.ts";
import type { PeriodChange } from "./rules.ts";
import { type Replan, replanMark } from "./service.ts";

type Dates = Pick<ProjectSpan, "startsOn" | "endsOn" | "decidedOn" | "programme">;

/** The tables, notices and ticks of the page between a changed project and its saving. */
export function presentReplan(
  { before, after }: { before: Dates; after: Dates },
  replan: Replan,
  wording: Wording,
) {
  const { replan: words } = wording.texts.duties;
  return {
    labels: words,
    dates: datesChanged(before, after, wording),
    periods: replan.periods.map((change) => presentPeriod(change, wording)),
    warnings: presentHindrance(replan, wording),
    staying: replan.staying > 0 ? words.stays(replan.staying) : null,
  };
}

/** The same as a section of a form that asks for something else as well. */
export function replanSection(replan: Replan, wording: Wording): SectionDefinition {
  const { replan: words } = wording.texts.duties;
  const rows = replanDefinitions(replan, wording);
  const told = [
    ...replan.periods.map((change) => periodSentence(change, wording)),
    ...presentHindrance(replan, wording),
    ...(replan.staying > 0 ? [words.stays(replan.staying)] : []),
  ];
  return { title: words.section, ...(told.length > 0 ? { hint: told.join(" ") } : {}), rows };
}

function periodSentence({ number, before, after }: PeriodChange, wording: Wording): string {
  const { texts, formats } = wording;
  const { periodAdded, periodGone, periodMoved } = texts.duties.replan;
  const name = texts.periods.name(number);
  const span = (one: Span) => formats.dateRange(one.startsOn, one.endsOn);
  if (after === null) return before ? periodGone(name, span(before)) : "";
  return before === null ? periodAdded(name, span(after)) : periodMoved(name, span(after));
}

function presentHindrance({ hindered }: Replan, { texts }: Wording): string[] {
  const { periodsInUse } = texts.duties.replan;
  return hindered.length > 0 ? [periodsInUse(hindered.join(", "))] : [];
}

export function replanDefinitions(replan: Replan, wording: Wording): FieldDefinition[] {
  const { fitPeriods, fitHint } = wording.texts.duties.replan;
  const fits: FieldDefinition[] =
    replan.periods.length === 0
      ? []
      : [{ type: "checkbox", name: "fitsPeriods", label: fitPeriods, hint: fitHint }];
  const seen: FieldDefinition = { type: "hidden", name: "seenReplan", label: "" };
  return [seen, ...fits, ...choiceDefinitions(replan.board, wording)];
}

/** All that follows is ticked: leaving it out is the exception. */
export function replanTicks(replan: Replan, today: string): FormValues {
  const seenReplan = replanMark(replan);
  return { fitsPeriods: "true", seenReplan, ...everythingAsked(replan.board, today) };
}

function datesChanged(before: Dates, after: Dates, { texts, formats }: Wording) {
  const { dates, none } = texts.duties.replan;
  const day = (date: string | null) => (date === null ? none : formats.date(date));
  const rows = [
    { what: dates.startsOn, before: day(before.startsOn), after: day(after.startsOn) },
    { what: dates.endsOn, before: day(before.endsOn), after: day(after.endsOn) },
    { what: dates.decidedOn, before: day(before.decidedOn), after: day(after.decidedOn) },
    { what: dates.programme, before: before.programme, after: after.programme },
  ];
  return rows.filter((row) => row.before !== row.after);
}

function presentPeriod({ number, before, after }: PeriodChange, { texts, formats }: Wording) {
  const { newPeriod, gone } = texts.duties.replan;
  return {
    what: texts.periods.name(number),
    before: before ? formats.dateRange(before.startsOn, before.endsOn) : newPeriod,
    after: after ? formats.dateRange(after.startsOn, after.endsOn) : gone,
    isNew: before === null,
    isGone: after === null,
  };
}
