import type { ExpenditureOccasion } from "../../../db/queries/expenditure-choices.ts";
import type { ExpenditureLine } from "../../../db/queries/expenditure-list.ts";
import type { ExpenditureState } from "../../../db/queries/expenditures.ts";
import type { Formats } from "../../texts/formats.ts";
import type { Texts } from "../../texts/index.ts";
import type { CalendarDate } from "../../values/calendar-date.ts";
import type { FieldOption } from "../../web/form-fields.ts";
import type { Pill } from "../../web/health-pill.ts";
import { activityCode } from "../activities/rules.ts";
import { seesInside, titleFor } from "../events/rules.ts";

export interface Wording {
  texts: Texts;
  formats: Formats;
  today: CalendarDate;
}

/** Before whose eyes it is shown. */
export interface Reader {
  viewerId: number | null;
  readsPay: boolean;
}

const LOOKS: Record<ExpenditureState, Pick<Pill, "tone" | "icon">> = {
  planned: { tone: "grey", icon: "circle-dashed" },
  ordered: { tone: "grey", icon: "clock" },
  recorded: { tone: "blue", icon: "check" },
  claimed: { tone: "yellow", icon: "clock" },
  approved: { tone: "green", icon: "circle-check" },
  cut: { tone: "red", icon: "alert-circle" },
  moved: { tone: "grey", icon: "transfer" },
};

export function statePill(
  { state, archivedAt }: Pick<ExpenditureLine, "state" | "archivedAt">,
  { expenditures }: Texts,
) {
  if (archivedAt !== null)
    return { tone: "grey" as const, icon: "circle-x", label: expenditures.withdrawn };
  return { ...LOOKS[state], label: expenditures.states[state] };
}

/** Whether its description, person and single sums stay hidden from the reader. */
export function isHidden({ kind }: Pick<ExpenditureLine, "kind">, { readsPay }: Reader): boolean {
  return kind === "payroll" && !readsPay;
}

export function nameOf(
  line: Pick<ExpenditureLine, "kind" | "description">,
  reader: Reader,
  { expenditures }: Texts,
): string {
  return isHidden(line, reader) ? expenditures.payroll : line.description;
}

/** `KA4 b`; null without one. */
export function codeOfActivity(
  line: Pick<ExpenditureLine, "activityNumber" | "activityParentNumber">,
): string | null {
  const { activityNumber: number, activityParentNumber: parentNumber } = line;
  return number === null ? null : activityCode({ number, parentNumber });
}

/** The event or internship it was for; a confidential one by its name for its coordinator alone. */
export function occasionOf(
  line: Pick<ExpenditureLine, "eventTitle" | "isConfidential" | "ownerUserId" | "internshipTitle">,
  viewerId: number | null,
  texts: Texts,
): string | null {
  if (line.eventTitle !== null)
    return titleFor({ ...line, title: line.eventTitle }, viewerId, texts);
  return line.internshipTitle;
}

export function occasionKey({ kind, id }: { kind: string; id: number }): string {
  return `${kind}:${id}`;
}

/** Events and internships for a select; one that the reader may not see only where it is chosen already. */
export function occasionOptions(
  occasions: readonly ExpenditureOccasion[],
  reader: Reader,
  { texts, formats }: Wording,
  chosen: string,
): FieldOption[] {
  return occasions
    .filter((one) => seesInside(one, reader.viewerId) || occasionKey(one) === chosen)
    .map((one) => {
      const title = titleFor(one, reader.viewerId, texts);
      const day = one.startsOn === null ? "" : `${formats.date(one.startsOn)} `;
      return { value: occasionKey(one), label: `${day}${title}` };
    });
}
