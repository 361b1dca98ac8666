import { paths } from "../../paths.ts";
import type { Formats } from "../../texts/formats.ts";
import type { Texts } from "../../texts/index.ts";
import { agendaTitle } from "../agenda/rules.ts";
import { agendaHref } from "../agenda/service.ts";
import { waitingHref, waitingTitle } from "../waiting/words.ts";
import { isWaiting, type RemindedThing } from "./planning/rules.ts";

/** What a thing is called in mails and where mails are foreseen. */
export function thingTitle(
  thing: RemindedThing,
  wording: { texts: Texts; formats: Formats },
): string {
  return isWaiting(thing) ? waitingTitle(thing, wording) : agendaTitle(thing, wording.texts);
}

export function thingHref(thing: RemindedThing): string {
  return isWaiting(thing) ? waitingHref(thing) : agendaHref(thing);
}

/** Where whoever looks after reminders may look: a timesheet is open to those who run the project alone. */
export function openHref(thing: RemindedThing): string {
  return thing.objectType === "waiting-timesheet" ? paths.staff(thing.projectId) : thingHref(thing);
}
