import { z } from "zod";
import { optionalDecimal, optionalId, optionalText, text, version } from "../../values/fields.ts";
import { MOST_GROUPS } from "./rules.ts";

/** More than a month has; the checks of the sheet say what is too much for it. */
const MOST_E2 = 74_400;

export const rowNumbers = Array.from({ length: MOST_GROUPS }, (_, index) => index + 1);

function hours() {
  return optionalDecimal(2, { least: 0, most: MOST_E2 });
}

const rowFields = Object.fromEntries(
  rowNumbers.flatMap((n) => [
    [`title${n}`, optionalText(300)],
    [`activity${n}`, optionalId()],
    [`hours${n}`, hours()],
  ]),
);

/** Groups of activities are numbered rows of the form; rows left empty are none. */
export const timesheetSchema = z
  .object({
    ...(rowFields as Record<string, z.ZodType>),
    version: version().optional(),
    vacation: hours(),
    sick: hours(),
    obstacles: hours(),
    holiday: hours(),
    holidayProject: hours(),
    note: optionalText(2000),
  })
  .transform((typed, context) => ({
    version: typed.version ?? null,
    vacationE2: typed.vacation ?? 0,
    sickE2: typed.sick ?? 0,
    obstaclesE2: typed.obstacles ?? 0,
    holidayE2: typed.holiday ?? 0,
    holidayProjectE2: typed.holidayProject ?? 0,
    note: typed.note,
    lines: rowNumbers.flatMap((n) => lineOf(typed, n, context)),
  }));

export type TimesheetEntry = z.output<typeof timesheetSchema>;

function lineOf(typed: Record<string, unknown>, n: number, context: z.RefinementCtx) {
  const title = typed[`title${n}`] as string | null;
  const activityId = typed[`activity${n}`] as number | null;
  const hoursE2 = typed[`hours${n}`] as number | null;
  if (title === null && hoursE2 === null) return [];
  if (title !== null && hoursE2 !== null) return [{ row: n, title, activityId, hoursE2 }];
  const path = [title === null ? `title${n}` : `hours${n}`];
  context.addIssue({ code: "custom", path, message: "required" });
  return [];
}

export const versionSchema = z.object({ version: version() });

export const returnSchema = z.object({ version: version(), reason: text(1000) });
