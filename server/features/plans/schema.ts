import { z } from "zod";
import { choice, optionalDecimal, optionalText, read, text, version } from "../../values/fields.ts";
import { planStates } from "./rules.ts";

const year = () => optionalDecimal(0, { least: 1990, most: 2100 });

/** `15. 1.` or `15.1.` as `01-15`; days that not every year has are none. */
const dayOfYear = () =>
  read((typed) => {
    const [, day, month] = /^(\d{1,2})\.\s*(\d{1,2})\.?$/.exec(typed) ?? [];
    const [d, m] = [Number(day), Number(month)];
    const last = new Date(Date.UTC(2001, m, 0)).getUTCDate();
    if (!(m >= 1 && m <= 12 && d >= 1 && d <= last)) return undefined;
    return `${String(m).padStart(2, "0")}-${String(d).padStart(2, "0")}`;
  }, "validDayOfYear").refine((value): value is string => value !== null, "required");

const fields = {
  title: text(300),
  region: optionalText(200),
  fromYear: year(),
  toYear: year(),
  state: choice(planStates),
  asksOn: dayOfYear(),
  note: optionalText(4_000),
};

interface Years {
  fromYear: number | null;
  toYear: number | null;
}

/** An end before the beginning is told beside the end. */
const inOrder = ({ fromYear, toYear }: Years) =>
  fromYear === null || toYear === null || toYear >= fromYear;
const wrongOrder = { path: ["toYear"], message: "endBeforeStart" };

export const planSchema = z.object(fields).refine(inOrder, wrongOrder);
export const editedPlanSchema = z
  .object({ ...fields, version: version() })
  .refine(inOrder, wrongOrder);

export type PlanEntry = z.output<typeof planSchema>;
export type EditedPlan = z.output<typeof editedPlanSchema>;
