import { paths } from "../../../paths.ts";
import { type CalendarDate, daysBetween } from "../../../values/calendar-date.ts";
import { groupedBy } from "../../../values/grouped.ts";
import { addToMonth, type Month, monthOf } from "../../../values/month.ts";
import type { EscalatedThing } from "../../reminder-rules/escalation/service.ts";
import { isWaiting } from "../../reminders/planning/rules.ts";
import { openHref, thingTitle } from "../../reminders/words.ts";
import type { Wording } from "../words.ts";

const MOST_SHOWN = 20;

/** What has been owed too long is told as of today: beside the running month and the one being closed. */
export function tellsOfToday(month: Month, today: CalendarDate): boolean {
  return month >= addToMonth(monthOf(today), -1);
}

export interface EscalatedProject {
  name: string;
  href: string;
  lines: { title: string; href: string; note: string }[];
}

export interface EscalatedList {
  title: string;
  note: string;
  projects: EscalatedProject[];
  more: string | null;
}

/** By project, the one with the oldest debt first; null where nothing is owed so long. */
export function presentEscalated(
  things: readonly EscalatedThing[],
  wording: Wording & { today: CalendarDate },
): EscalatedList | null {
  if (things.length === 0) return null;
  const { texts, formats, today } = wording;
  const words = texts.summaries.escalated;
  const shown = groupedBy(things.slice(0, MOST_SHOWN), ({ projectId }) => projectId);
  return {
    title: words.title,
    note: words.note(formats.date(today)),
    projects: [...shown].map(([projectId, some]) => ({
      name: some[0]?.projectName ?? "",
      href: paths.project(projectId),
      lines: some.map((thing) => ({
        title: thingTitle(thing, wording),
        href: openHref(thing),
        note: noteOf(thing, wording),
      })),
    })),
    more: things.length > MOST_SHOWN ? words.more(things.length - MOST_SHOWN) : null,
  };
}

function noteOf(
  thing: EscalatedThing,
  { texts, formats, today }: Wording & { today: CalendarDate },
): string {
  const words = texts.summaries.escalated;
  const days = daysBetween(thing.dueOn, today);
  const told = isWaiting(thing) ? words.waiting : words.late;
  const responsible = thing.ownerName ?? thing.contactName;
  const parts = [told(formats.date(thing.dueOn), formats.number(days), days)];
  return [...parts, ...(responsible === null ? [] : [responsible])].join(" · ");
}
