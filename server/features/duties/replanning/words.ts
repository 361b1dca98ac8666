import type { ProjectSpan } from "../../../../db/queries/project-locks.ts";
import type { FormValues } from "../../../web/form.ts";
import type { FieldDefinition } from "../../../web/form-fields.ts";
import { choiceDefinitions, everythingAsked } from "../choices/words.ts";
import type { Wording } from "../words.ts";
import type { PeriodChange } from "./rules.ts";
import type { Replan } from "./service.ts";

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
    warnings: replan.hindered.length > 0 ? [words.periodsInUse(replan.hindered.join(", "))] : [],
    staying: replan.staying > 0 ? words.stays(replan.staying) : null,
  };
}

export function replanDefinitions(replan: Replan, wording: Wording): FieldDefinition[] {
  const { fitPeriods, fitHint } = wording.texts.duties.replan;
  const fits: FieldDefinition[] =
    replan.periods.length === 0
      ? []
      : [{ type: "checkbox", name: "fitsPeriods", label: fitPeriods, hint: fitHint }];
  return [...fits, ...choiceDefinitions(replan.board, wording)];
}

/** All that follows is ticked: leaving it out is the exception. */
export function replanTicks(replan: Replan, today: string): FormValues {
  return { fitsPeriods: "true", ...everythingAsked(replan.board, today) };
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
