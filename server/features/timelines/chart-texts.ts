import type { Formats } from "../../texts/formats.ts";
import type { Texts } from "../../texts/index.ts";
import type { CalendarDate } from "../../values/calendar-date.ts";
import type { ChartTexts } from "./drawing/chart-input.ts";

/** Words of a drawing in the reader's language. */
export function chartTexts(
  texts: Texts,
  formats: Formats,
  of: { name: string; today: CalendarDate; rows: "activities" | "projects" },
): ChartTexts {
  const { chart } = texts.timelines;
  return {
    ...chart,
    name: of.name,
    monthOfYear: (month, year) => formats.monthName(`${year}-${String(month).padStart(2, "0")}`),
    today: chart.today(formats.shortDate(of.today)),
    rowsCaption: of.rows === "activities" ? chart.rowsCaption : chart.projectsCaption,
  };
}
