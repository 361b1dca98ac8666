import { z } from "zod";
import { isCalendarDate, parseCalendarDate } from "../../../values/calendar-date.ts";
import { expenditureKinds, expenditureStates } from "../rules.ts";

const text = z.string().catch("").default("");

const oneOf = <const Value extends string>(values: readonly Value[], otherwise: Value) =>
  z
    .enum(values as unknown as [Value, ...Value[]])
    .catch(otherwise)
    .default(otherwise);

const day = text.transform((typed) => {
  const date = isCalendarDate(typed) ? typed : parseCalendarDate(typed);
  return date ?? "";
});

const idOrNone = text.transform((typed) => (/^([1-9]\d{0,8}|none)$/.test(typed) ? typed : ""));

export const listStates = ["all", ...expenditureStates, "withdrawn"] as const;
export const sorts = [
  ...(["-day", "day", "document", "-document", "supplier", "-supplier"] as const),
  ...(["line", "-line", "amount", "-amount"] as const),
] as const;

/** The list as its address tells it; what makes no sense there is left out rather than refused. */
export const expenditureListSchema = z.object({
  q: text.transform((typed) => typed.trim().slice(0, 200)),
  state: oneOf(listStates, "all"),
  kind: text.transform((typed) => expenditureKinds.find((kind) => kind === typed) ?? ""),
  line: idOrNone,
  activity: idOrNone,
  period: idOrNone,
  occasion: text.transform((typed) =>
    /^(event|internship):[1-9]\d{0,8}$/.test(typed) ? typed : "",
  ),
  from: day,
  to: day,
  claimable: text.transform((typed) => (typed === "true" ? "true" : "")),
  sort: oneOf(sorts, "-day"),
});

export type ExpenditureListView = z.output<typeof expenditureListSchema>;
