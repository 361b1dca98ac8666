import type { WaitingRow } from "../../../db/queries/waiting.ts";
import { paths } from "../../paths.ts";
import type { Formats } from "../../texts/formats.ts";
import type { Texts } from "../../texts/index.ts";
import { type CalendarDate, daysBetween } from "../../values/calendar-date.ts";

type Wording = { texts: Texts; formats: Formats };
type Named = Pick<WaitingRow, "objectType" | "title" | "periodNumber" | "month">;

/** What a waiting thing is called on pages and in mails. */
export function waitingTitle(row: Named, { texts, formats }: Wording): string {
  const { waiting } = texts;
  const [title, number] = [row.title ?? "", row.periodNumber ?? 0];
  switch (row.objectType) {
    case "waiting-report":
      return waiting.report(number);
    case "waiting-change":
      return waiting.change(number, title);
    case "waiting-timesheet":
      return waiting.timesheet(title, row.month === null ? "" : formats.monthName(row.month));
    case "waiting-output":
      return waiting.output(title);
    case "waiting-internship":
      return waiting.internship(title);
    case "waiting-payment-request":
      return waiting.paymentRequest(number);
  }
}

/** What it waits for and since when: "ke schválení od 12. 3." */
export function waitingNote(
  row: Pick<WaitingRow, "kind" | "dueOn">,
  { texts, formats, today }: Wording & { today: CalendarDate },
): string {
  return texts.waiting.since(texts.waiting.kinds[row.kind], formats.nearDate(row.dueOn, today));
}

/** How long it has waited, in calendar days: "5 dní". */
export function waitingAge(
  { dueOn }: Pick<WaitingRow, "dueOn">,
  { texts, formats, today }: Wording & { today: CalendarDate },
): string {
  const days = daysBetween(dueOn, today);
  return days < 1 ? texts.waiting.today : texts.waiting.age(formats.number(days), days);
}

/** Where a waiting thing is found. */
export function waitingHref(
  row: Pick<WaitingRow, "objectType" | "projectId" | "pageId" | "month">,
): string {
  switch (row.objectType) {
    case "waiting-report":
      return paths.report(row.projectId, row.pageId);
    case "waiting-change":
      return paths.change(row.projectId, row.pageId);
    case "waiting-timesheet":
      return paths.timesheet(row.projectId, row.pageId, row.month ?? "");
    case "waiting-output":
      return paths.output(row.projectId, row.pageId);
    case "waiting-internship":
      return paths.internship(row.projectId, row.pageId);
    case "waiting-payment-request":
      return paths.paymentRequest(row.projectId, row.pageId);
  }
}
