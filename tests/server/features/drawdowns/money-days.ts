import { addDays } from "../../../../server/values/calendar-date.ts";

/** The first day of the random projects; every other day and instant is counted from it. */
export const FIRST = "2025-01-01";

export const dayAt = (offset: number) => addDays(FIRST, offset);

export const instantAt = (offset: number) => `${dayAt(offset)}T10:00:00.000Z`;
