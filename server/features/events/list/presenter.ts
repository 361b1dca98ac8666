import type { EventLine } from "../../../../db/queries/event-list.ts";
import { paths } from "../../../paths.ts";
import { PAGE_SIZE, presentPagination } from "../../../web/pagination.ts";
import { titleFor, waitsForClosing } from "../rules.ts";
import {
  codeOfActivity,
  daysText,
  kindLabel,
  placesText,
  statePill,
  timeText,
  type Wording,
} from "../words.ts";
import { isNarrowed, listHref, presentEventFilters, presentStateTabs } from "./filters.ts";
import type { EventListView } from "./schema.ts";
import type { EventList } from "./service.ts";

export interface Reader {
  viewerId: number | null;
  canEdit: boolean;
}

export function presentEventList(
  list: EventList,
  view: EventListView,
  page: number,
  wording: Wording,
  reader: Reader,
) {
  const { projectId, rows, counts } = list;
  const { events } = wording.texts;
  const total = Number(counts[view.state]);
  const isDescending = view.sort === "-day";
  return {
    pageHeader: presentHeader(projectId, view, wording, reader),
    tabs: presentStateTabs(list, view, wording),
    filterBar: presentEventFilters(list, view, wording),
    labels: events.columns,
    day: {
      label: events.columns.day,
      href: listHref(projectId, view, { sort: isDescending ? null : "-day" }),
      direction: isDescending ? ("descending" as const) : ("ascending" as const),
    },
    rows: rows.map((row) => presentRow(row, projectId, wording, reader)),
    emptyState: rows.length > 0 ? null : emptyState(list, view, wording, reader),
    pagination: presentPagination({
      page,
      total,
      summary: summary(page, total, wording),
      href: (wanted) => listHref(projectId, view, { page: wanted === 1 ? null : wanted }),
    }),
  };
}

function presentHeader(projectId: number, view: EventListView, { texts }: Wording, reader: Reader) {
  const { events } = texts;
  const primary = { href: paths.newEvent(projectId), label: events.new, icon: "plus" };
  return {
    title: events.title,
    subtitle: events.subtitle,
    actions: {
      primary: reader.canEdit ? primary : null,
      more: [
        { href: paths.activityPlan(projectId), label: events.plan.title, icon: "clipboard-list" },
        {
          href: paths.eventConflicts(projectId),
          label: events.conflicts.title,
          icon: "alert-triangle",
        },
        {
          href: listHref(projectId, view, { format: "xlsx" }),
          label: events.workbook,
          icon: "file-spreadsheet",
        },
      ],
    },
  };
}

function presentRow(row: EventLine, projectId: number, wording: Wording, reader: Reader) {
  const { texts, formats, today } = wording;
  const { events } = texts;
  const { startsOn, startsAt } = row;
  const isOver = row.capacity !== null && row.registered > row.capacity;
  const isLate = waitsForClosing(row, today);
  const sessions = row.sessions > 1 ? events.sessionCount(row.sessions) : null;
  const starts = startsAt === null ? null : events.at(timeText(startsAt, formats));
  return {
    href: paths.event(projectId, row.id),
    title: titleFor(row, reader.viewerId, texts),
    kind: kindLabel(row, formats),
    days: daysText(row, wording),
    isDayless: startsOn === null,
    daysNote: [isLate ? events.toClose : null, starts, sessions].filter(Boolean).join(", "),
    isLate,
    activity:
      row.activityId === null
        ? null
        : {
            href: paths.activity(projectId, row.activityId),
            code: codeOfActivity(row) ?? "",
            title: row.activityTitle ?? "",
          },
    place: placeText(row, wording, reader),
    people: placesText(row, formats),
    isOver,
    overText: events.overCapacity,
    owner: row.ownerName ?? "",
    pill: statePill(row.state, texts),
  };
}

/** Where a confidential event is held says too much about who comes. */
export function placeText(
  row: Pick<EventLine, "place" | "onlineUrl" | "isConfidential" | "ownerUserId">,
  { texts }: Pick<Wording, "texts">,
  { viewerId }: Pick<Reader, "viewerId">,
): string {
  if (row.isConfidential && row.ownerUserId !== viewerId) return "";
  return row.place ?? (row.onlineUrl === null ? "" : texts.events.online);
}

function summary(page: number, total: number, { texts }: Wording): string {
  const { events } = texts;
  if (total <= PAGE_SIZE) return events.count(total);
  const from = (page - 1) * PAGE_SIZE + 1;
  return events.range(from, Math.min(from + PAGE_SIZE - 1, total), total);
}

function emptyState(
  { projectId, counts }: EventList,
  view: EventListView,
  { texts }: Wording,
  { canEdit }: Reader,
) {
  const { events } = texts;
  const everything = { href: paths.events(projectId), label: events.clearFilter };
  if (isNarrowed(view) || Number(counts.all) > 0)
    return { text: events.nothingMatches, icon: "filter", action: everything };
  const action = { href: paths.newEvent(projectId), label: events.new, icon: "plus" };
  return {
    text: events.empty,
    icon: "calendar-event",
    ...(canEdit ? { detail: events.emptyDetail, action } : {}),
  };
}
