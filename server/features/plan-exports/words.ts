import type { Plan } from "../../../db/queries/plans.ts";
import type { Formats } from "../../texts/formats.ts";
import type { Texts } from "../../texts/index.ts";
import type { CalendarDate } from "../../values/calendar-date.ts";
import { foldText } from "../../values/fold.ts";
import type { OfferedFile } from "./service.ts";

export interface Wording {
  texts: Texts;
  formats: Formats;
  today: CalendarDate;
}

/** What a file is called to its reader. */
export function fileTitle({ kind, year }: OfferedFile, { planExports }: Texts): string {
  const name = planExports.kinds[kind];
  return typeof name === "string" ? name : name(String(year));
}

/** `plneni-2026-plan-2024-2026`, without a letter that some system would not take. */
export function fileNameOf(
  { kind, year }: OfferedFile,
  plan: Plan,
  { planExports }: Texts,
): string {
  const years = [plan.fromYear, plan.toYear].filter((year) => year !== null).join("-");
  const own = slug(years || plan.title);
  return planExports.fileNames[kind](own, String(year));
}

const LONGEST = 60;

function slug(text: string): string {
  const plain = foldText(text)
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "");
  return plain.slice(0, LONGEST).replace(/-+$/, "") || "plan";
}
