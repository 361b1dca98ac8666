import type { Database } from "../../../../db/connection.ts";
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
  entry: MonthValuesEntry,
): Promise<number> {
  return change(deps, author, async (work) => {
    if (entry.cells.length === 0) throw new InvalidInput({ form: "nothingEntered" });
    const { values, errors } = await readEntry(work.trx, projectId, entry, pragueDay(work.at));
    if (Object.keys(errors).length > 0) throw new InvalidInput(errors);
    return (await recordValues(work, { projectId, values, fieldOf })).length;
  });
}

/** What is wrong with what was typed; nothing is saved. */
export async function checkMonthValues(
  { db, clock }: Pick<Deps, "db" | "clock">,
  projectId: number,
  entry: MonthValuesEntry,
): Promise<FieldErrors> {
  return (await readEntry(db, projectId, entry, clock.today())).errors;
}

async function readEntry(
  db: Database,
  projectId: number,
  { month, validOn, cells }: MonthValuesEntry,
  today: CalendarDate,
): Promise<{ values: ValueOfIndicator[]; errors: FieldErrors }> {
  if (validOn > today) throw new InvalidInput({ validOn: "notInFuture" });
  if (monthOf(validOn) !== month) throw new InvalidInput({ validOn: "outsideMonth" });
  const ids = cells.map(({ indicatorId }) => indicatorId);
  const indicators = await listIndicatorsToRecord(db, { projectId, ids });
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
  return { values, errors };
}

/** Each row of the grid has a value and a note; whatever else is wrong with it is said by its value. */
function fieldOf(name: string, indicatorId: number): string {
  return `${name === "note" ? "note" : "value"}-${indicatorId}`;
}
