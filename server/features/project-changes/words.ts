import type { SubjectRecord } from "../../../db/queries/project-change-items.ts";
import type { Formats } from "../../texts/formats.ts";
import type { Texts } from "../../texts/index.ts";
import type { CalendarDate } from "../../values/calendar-date.ts";
import { parseDecimal } from "../../values/decimal.ts";
import type { Halere } from "../../values/money.ts";
import type { Pill } from "../../web/health-pill.ts";
import { activityCode } from "../activities/rules.ts";
import { amountText, indicatorTitle } from "../indicators/words.ts";
import { typeOfField } from "./items/rules.ts";
import type { ChangeKind, ChangeState } from "./rules.ts";

export interface Wording {
  texts: Texts;
  formats: Formats;
  today: CalendarDate;
}

const LOOKS: Record<ChangeState, Pick<Pill, "tone" | "icon">> = {
  draft: { tone: "grey", icon: "pencil" },
  announced: { tone: "blue", icon: "send" },
  approved: { tone: "green", icon: "circle-check" },
  rejected: { tone: "red", icon: "circle-x" },
};

export function changePill(state: ChangeState, { projectChanges }: Texts): Pill {
  return { ...LOOKS[state], label: projectChanges.states[state] };
}

/** `Žádost o změnu č. 2`, `Rozhodnutí` */
export function changeCode(
  { kind, number }: { kind: ChangeKind; number: number },
  { texts, formats }: Pick<Wording, "texts" | "formats">,
): string {
  const { decision, numberOf } = texts.projectChanges;
  return kind === "decision" ? decision : numberOf(formats.number(number));
}

/** `+12 000,00 Kč`; nothing that changed is said in words. */
export function differenceText(difference: Halere, { texts, formats }: Wording): string {
  if (difference === 0) return texts.projectChanges.noDifference;
  return signedMoney(difference, formats);
}

export function signedMoney(amount: Halere, formats: Formats): string {
  return amount > 0 ? `+${formats.money(amount)}` : formats.money(amount);
}

/** The record as its own pages call it. */
export function recordTitle(record: SubjectRecord): string {
  const { subject, title, number, parentNumber, code } = record;
  if (subject === "indicator") return indicatorTitle({ code, name: title });
  if (subject === "activity" && number !== null)
    return `${activityCode({ number, parentNumber })} ${title}`;
  return title;
}

/** A value as changes keep it, for reading; null where there is none. */
export function valueText(
  record: SubjectRecord,
  field: string,
  value: string | null,
  formats: Formats,
): string | null {
  if (value === null) return null;
  const type = typeOfField(record.subject, field);
  if (type === "day" || type === "requiredDay") return formats.date(value);
  if (type !== "target" || record.valueType === "text") return value;
  const { decimals, unit } = record;
  const scaled = parseDecimal(value, decimals);
  if (scaled === undefined) return value;
  const measured = { valueType: record.valueType ?? "number", decimals };
  const amount = amountText(measured, { value: scaled }, formats) ?? value;
  return record.valueType === "percentage" || unit === null ? amount : `${amount} ${unit}`;
}
