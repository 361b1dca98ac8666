import type { SessionFields } from "../../../../db/queries/event-sessions.ts";
import { InvalidInput } from "../../../errors.ts";
import { minutesBetween } from "../../../values/time-of-day.ts";
import { proposedSupport } from "../rules.ts";
import type { NewEventEntry, SessionRow } from "../schema.ts";

/** The sessions typed with a new event, each in its row. */
export function sessionsTyped(
  entry: Pick<NewEventEntry, "sessions" | "hourMinutes" | "form">,
): SessionFields[] {
  return entry.sessions.map((row) => {
    const { heldOn, startsAt, endsAt } = wholeRow(row);
    const hourMinutes: 45 | 60 = entry.hourMinutes === "45" ? 45 : 60;
    const supportMinutes = proposedSupport({ startsAt, endsAt, hourMinutes }).minutes;
    const times = { heldOn, startsAt, endsAt, hourMinutes, supportMinutes };
    return { ...times, form: entry.form, place: null, placeFolded: null, topic: null };
  });
}

function wholeRow({ number, values }: SessionRow) {
  const { HeldOn: heldOn, StartsAt: startsAt, EndsAt: endsAt } = values;
  const field = (name: string) => `session${number}${name}`;
  if (heldOn === null) throw new InvalidInput({ [field("HeldOn")]: "required" });
  if (startsAt === null) throw new InvalidInput({ [field("StartsAt")]: "required" });
  if (endsAt === null) throw new InvalidInput({ [field("EndsAt")]: "required" });
  if (minutesBetween(startsAt, endsAt) <= 0)
    throw new InvalidInput({ [field("EndsAt")]: "endsBeforeItStarts" });
  return { heldOn, startsAt, endsAt };
}
