import type { CalendarEntry } from "../../../db/queries/calendars.ts";
import { paths } from "../../paths.ts";
import type { Formats } from "../../texts/formats.ts";
import type { Texts } from "../../texts/index.ts";
import { type CalendarDate, dayOfWeek } from "../../values/calendar-date.ts";
import { monthOf } from "../../values/month.ts";
import { isHoliday } from "../../values/working-days.ts";
import { withQuery } from "../../web/query-string.ts";
import { subscribeHref } from "../calendar-feeds/words.ts";
import { seesInside, titleFor } from "../events/rules.ts";
import { type CalendarView, calendarViews, stepped } from "./rules.ts";
import type { CalendarPage } from "./service.ts";

interface Wording {
  texts: Texts;
  formats: Formats;
  today: CalendarDate;
}

/** More of a day the month does not hold; the week does. */
const SHOWN_IN_MONTH = 4;

export function presentCalendar(page: CalendarPage, wording: Wording) {
  const { texts, formats } = wording;
  const { calendars } = texts;
  const { weeks, entries, query } = page;
  const heading = headingOf(page, wording);
  return {
    pageHeader: {
      title: calendars.title,
      subtitle: heading,
      actions: { more: [subscribeItem(query.project, texts)] },
    },
    tools: presentTools(page, wording),
    filterBar: presentFilters(page, wording),
    isWeek: query.view === "week",
    heading,
    weekdays: (weeks[0] ?? []).map((day) => ({
      long: formats.weekday(day),
      short: formats.shortWeekday(day),
    })),
    weeks: weeks.map((week) => week.map((day) => presentDay(day, page, wording))),
    empty: entries.length === 0 ? calendars.nothing : null,
  };
}

function subscribeItem(project: string, { calendarFeeds }: Texts) {
  const href = subscribeHref(project === "" ? null : Number(project));
  return { href, label: calendarFeeds.subscribe, icon: "calendar-event" };
}

function headingOf({ on, weeks, query }: CalendarPage, { formats }: Wording): string {
  if (query.view === "month") return formats.monthName(monthOf(on));
  const [week = []] = weeks;
  return formats.dateRange(week[0] ?? on, week[6] ?? on);
}

function presentDay(day: CalendarDate, page: CalendarPage, wording: Wording) {
  const { texts, formats, today } = wording;
  const { calendars } = texts;
  const all = page.entries.filter(({ heldOn }) => heldOn === day);
  const isMonth = page.query.view === "month";
  const isCut = isMonth && all.length > SHOWN_IN_MONTH;
  const shown = isCut ? all.slice(0, SHOWN_IN_MONTH - 1) : all;
  const holiday = isHoliday(day);
  return {
    day: formats.shortDate(day),
    weekday: formats.weekday(day),
    isToday: day === today,
    todayText: calendars.today,
    isOff: holiday || dayOfWeek(day) > 5,
    holiday: holiday ? calendars.holiday : null,
    isOutside: isMonth && monthOf(day) !== monthOf(page.on),
    isEmpty: all.length === 0,
    entries: shown.map((entry) => presentEntry(entry, page, wording)),
    more: isCut
      ? {
          href: calendarHref(page, { view: "week", on: day }),
          label: calendars.more(all.length - shown.length),
        }
      : null,
  };
}

function presentEntry(entry: CalendarEntry, page: CalendarPage, { texts, formats }: Wording) {
  const { calendars } = texts;
  const isInternship = entry.objectType === "internship";
  const isInside = seesInside(entry, page.viewerId);
  const href = isInternship
    ? `${paths.project(entry.projectId)}/internships/${entry.objectId}`
    : paths.event(entry.projectId, entry.objectId);
  const kind = formats.language === "cs" ? entry.kindLabelCs : entry.kindLabelEn;
  return {
    href,
    time: timeOf(entry, { texts, formats }),
    title: titleFor(entry, page.viewerId, texts),
    note: [
      isInternship ? calendars.internship(formats.date(entry.endsOn)) : kind,
      entry.projectName,
      isInside && page.query.view === "week" ? entry.place : null,
    ]
      .filter(Boolean)
      .join(" · "),
    isTentative: entry.state === "planned",
    tentative: calendars.tentative,
  };
}

function timeOf(
  { startsAt, endsAt }: CalendarEntry,
  { formats }: Pick<Wording, "texts" | "formats">,
): string {
  if (startsAt === null || endsAt === null) return "";
  const plain = (time: string) => (formats.language === "cs" ? time.replace(/^0/, "") : time);
  return `${plain(startsAt)}–${plain(endsAt)}`;
}

function presentTools(page: CalendarPage, { texts, formats, today }: Wording) {
  const { calendars } = texts;
  const { on, query } = page;
  const { view } = query;
  const move = (steps: number) => calendarHref(page, { on: stepped(view, on, steps) });
  return {
    label: calendars.tools,
    views: calendarViews.map((one) => ({
      href: calendarHref(page, { view: one }),
      label: calendars.views[one],
      isCurrent: one === view,
    })),
    previous: { href: move(-1), label: calendars.previous[view] },
    now: { href: calendarHref(page, { on: "" }), label: calendars.now(formats.shortDate(today)) },
    next: { href: move(1), label: calendars.next[view] },
  };
}

function calendarHref(
  { query }: Pick<CalendarPage, "query">,
  change: { view?: CalendarView; on?: string },
): string {
  const { view, ...rest } = { ...query, ...change };
  return withQuery(paths.calendar(), { view: view === "month" ? null : view, ...rest });
}

function presentFilters(page: CalendarPage, { texts, formats }: Wording) {
  const { calendars } = texts;
  const { query, projects, people, kinds } = page;
  const select = (
    name: "who" | "project" | "kind",
    options: { value: string; label: string }[],
  ) => ({
    type: "select" as const,
    name,
    label: calendars.filter[name],
    value: query[name],
    isAutosubmit: true,
    options: [{ value: "", label: calendars.all[name] }, ...options],
  });
  const named = (list: { id: number; name: string }[]) =>
    list.map(({ id, name }) => ({ value: String(id), label: name }));
  const others = people.filter(({ id }) => id !== page.viewerId);
  const labelled = kinds.map((kind) => ({
    value: String(kind.id),
    label: formats.language === "cs" ? kind.labelCs : kind.labelEn,
  }));
  return {
    action: paths.calendar(),
    hidden: [
      { name: "view", value: query.view },
      ...(query.on === "" ? [] : [{ name: "on", value: query.on }]),
    ],
    fields: [
      select("who", [{ value: "mine", label: calendars.mine }, ...named(others)]),
      select("project", named(projects)),
      select("kind", labelled),
    ],
    chips: [],
  };
}
