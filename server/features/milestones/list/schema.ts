import { z } from "zod";
import { isCalendarDate, parseCalendarDate } from "../../../values/calendar-date.ts";
import { parseOwnerKey } from "../../../values/owner.ts";
import { milestoneKinds } from "../rules.ts";

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

export const listStates = ["unfinished", "overdue", "done", "cancelled", "all"] as const;
export const groupings = ["none", "kind", "activity", "month"] as const;
export const sorts = ["due", "-due", "expected", "-expected", "done", "-done"] as const;

/** The list as its address tells it; what makes no sense there is left out rather than refused. */
export const milestoneListSchema = z.object({
  state: oneOf(listStates, "unfinished"),
  kind: text.transform((typed) => milestoneKinds.find((kind) => kind === typed) ?? ""),
  activity: text.transform((typed) => (/^([1-9]\d{0,8}|none)$/.test(typed) ? typed : "")),
  owner: text.transform((typed) =>
    typed === "nobody" || parseOwnerKey(typed) !== undefined ? typed : "",
  ),
  from: day,
  to: day,
  group: oneOf(groupings, "none"),
  sort: oneOf(sorts, "due"),
});

export type MilestoneListView = z.output<typeof milestoneListSchema>;
