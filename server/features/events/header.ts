import type { Response } from "express";
import type { PeopleCount } from "../../../db/queries/event-people.ts";
import { can } from "../../access/allow.ts";
import { paths } from "../../paths.ts";
import { type Crumb, projectCrumbs } from "../../web/breadcrumbs.ts";
import { eventOf } from "./load-event.ts";
import { seesInside, titleFor } from "./rules.ts";
import { daysText, kindLabel, placesText, statePill } from "./words.ts";

/** The pages under the address of an event, each named by its tab. */
export type EventTab =
  | "overview"
  | "registrations"
  | "nominations"
  | "attendance"
  | "certificates"
  | "messages"
  | "minutes";

interface Counted {
  people: PeopleCount;
}

/** The header and tabs that stand above every page of an event. */
export function presentEventHeader(res: Response, current: EventTab, { people }: Counted) {
  const event = eventOf(res);
  const { texts, formats, viewer } = res.locals;
  const { registered } = people;
  const online = event.onlineUrl === null ? null : texts.events.online;
  const where = seesInside(event, viewer?.id ?? null) ? (event.place ?? online) : null;
  const subtitle = [
    daysText(event, { texts, formats }),
    where,
    texts.events.places(placesText({ registered, capacity: event.capacity }, formats)),
  ];
  return {
    title: titleFor(event, viewer?.id ?? null, texts),
    code: kindLabel(event, formats),
    subtitle: subtitle.filter(Boolean).join(" · "),
    pill: statePill(event.state, texts),
    tabs: presentTabs(res, current, people),
  };
}

function presentTabs(res: Response, current: EventTab, people: PeopleCount) {
  const event = eventOf(res);
  const { projectId, id } = event;
  const { texts, formats, viewer } = res.locals;
  const { tabs } = texts.events;
  const isInside = seesInside(event, viewer?.id ?? null);
  const showsNames = isInside && can(res, "personal-data:read");
  const all: { name: EventTab; href: string; isShown: boolean; count?: string }[] = [
    { name: "overview", href: paths.event(projectId, id), isShown: can(res, "event:view") },
    {
      name: "registrations",
      href: paths.registrations(projectId, id),
      isShown: showsNames,
      count: formats.number(people.registered),
    },
    {
      name: "nominations",
      href: paths.nominations(projectId, id),
      isShown: isInside && can(res, "registration:edit"),
    },
    { name: "attendance", href: paths.attendance(projectId, id), isShown: showsNames },
    {
      name: "messages",
      href: paths.eventMessages(projectId, id),
      isShown: isInside && can(res, "registration:edit"),
    },
    { name: "certificates", href: paths.certificates(projectId, id), isShown: showsNames },
    { name: "minutes", href: paths.minutes(projectId, id), isShown: isInside },
  ];
  const shown = all.filter(({ isShown }) => isShown);
  // One tab alone leads nowhere.
  if (shown.length < 2) return null;
  return shown.map(({ name, href, count }) => ({
    href,
    label: tabs[name],
    isCurrent: name === current,
    ...(count === undefined ? {} : { count }),
  }));
}

const SHORT = 24;

/** The way from the project to the event and on from there. */
export function eventCrumbs(res: Response, ...rest: Crumb[]): Crumb[] {
  const { texts, viewer, event } = res.locals;
  const list = { label: texts.events.title, href: paths.events(res.locals.project?.id ?? 0) };
  if (!event) return projectCrumbs(res, list, ...rest);
  const title = titleFor(event, viewer?.id ?? null, texts);
  const label = title.length > SHORT ? `${title.slice(0, SHORT).trimEnd()}…` : title;
  const href = paths.event(event.projectId, event.id);
  return projectCrumbs(res, list, rest.length > 0 ? { label, href } : { label }, ...rest);
}
