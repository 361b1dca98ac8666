import { z } from "zod";
import { isCalendarDate, parseCalendarDate } from "./calendar-date.ts";

/** What an address of a list may tell. Nothing is refused: what makes no sense is left out. */
export const filterText = z.string().catch("").default("");

export const filterDay = filterText.transform((typed) => {
  const date = isCalendarDate(typed) ? typed : parseCalendarDate(typed);
  return date ?? "";
});

export const filterId = filterText.transform((typed) =>
  /^[1-9]\d{0,8}$/.test(typed) ? typed : "",
);

/** An id, or `none`: those that have nothing there. */
export const filterIdOrNone = filterText.transform((typed) =>
  /^([1-9]\d{0,8}|none)$/.test(typed) ? typed : "",
);

export function filterChoice<const Value extends string>(
  values: readonly Value[],
  otherwise: Value,
) {
  return z
    .enum(values as unknown as [Value, ...Value[]])
    .catch(otherwise)
    .default(otherwise);
}
