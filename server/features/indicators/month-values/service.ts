import { listIndicatorsToRecord } from "../../../../db/queries/indicators.ts";
import { type Author, change } from "../../../change.ts";
import type { Deps } from "../../../deps.ts";
import { type FieldErrors, InvalidInput, NotFound } from "../../../errors.ts";
import { type CalendarDate, pragueDay } from "../../../values/calendar-date.ts";
import { type Month, monthOf } from "../../../values/month.ts";
import { recordValues, type ValueOfIndicator } from "../values/service.ts";
import { type Cell, readCell } from "./rules.ts";

export interface MonthValuesEntry {
  month: Month;
  validOn: CalendarDate;
  /** Only the cells that were filled in. */
  cells: Cell[];
}

/** Records a month's values of many indicators at once: all of them, or none. Gives how many. */
export async function recordMonthValues(
  deps: Pick<Deps, "db" | "clock">,
  author: Author,
  projectId: number,
  { month, validOn, cells }: MonthValuesEntry,
): Promise<number> {
  return change(deps, author, async (work) => {
    if (validOn > pragueDay(work.at)) throw new InvalidInput({ validOn: "notInFuture" });
    if (monthOf(validOn) !== month) throw new InvalidInput({ validOn: "outsideMonth" });
    if (cells.length === 0) throw new InvalidInput({ form: "nothingEntered" });
    const ids = cells.map(({ indicatorId }) => indicatorId);
    const indicators = await listIndicatorsToRecord(work.trx, { projectId, ids });
    const errors: FieldErrors = {};
    const values = cells.flatMap((cell): ValueOfIndicator[] => {
      const indicator = indicators.find(({ id }) => id === cell.indicatorId);
      if (!indicator) throw new NotFound("indicator");
      const reading = readCell(indicator, cell.typed);
      if ("amount" in reading)
        return [
          { indicatorId: indicator.id, entry: { ...reading.amount, validOn, note: cell.note } },
        ];
      errors[fieldOf("value", indicator.id)] = reading.error;
      return [];
    });
    if (Object.keys(errors).length > 0) throw new InvalidInput(errors);
    return (await recordValues(work, { projectId, values, fieldOf })).length;
  });
}

/** Each row of the grid has a value and a note; whatever else is wrong with it is said by its value. */
function fieldOf(name: string, indicatorId: number): string {
  return `${name === "note" ? "note" : "value"}-${indicatorId}`;
}
