import type { Response } from "express";
import type { LogActivity } from "../../../../db/queries/log-entry-choices.ts";
import type { LogPlace } from "../../../../db/queries/log-entry-list.ts";
import { can } from "../../../access/allow.ts";
import { paths } from "../../../paths.ts";
import type { Texts } from "../../../texts/index.ts";
import { groupedBy } from "../../../values/grouped.ts";
import { type Month, monthOf, monthsFrom } from "../../../values/month.ts";
import type { Field, FieldOption } from "../../../web/form-fields.ts";
import { withQuery } from "../../../web/query-string.ts";
import { activityCode } from "../../activities/rules.ts";
import { presentLogBox } from "../presenter.ts";
import { presentEntry } from "./entry-presenter.ts";
import type { LogListView } from "./schema.ts";
import type { LogPage, MonthCount } from "./service.ts";

/** The log of the project at hand, by month. */
export function presentLog(res: Response, page: LogPage, view: LogListView) {
  const words = res.locals.texts.logEntries;
  return {
    pageHeader: {
      title: words.title,
      actions: { more: moreActions(res, view) },
    },
    logBox: presentLogBox(res, page.choices),
    filterBar: presentFilters(res, page, view),
    emptyState: page.lines.length === 0 ? presentEmpty(res, view) : null,
    months: presentMonths(res, page, view),
    pages: {
      label: words.pages,
      newer: page.newer && { href: hrefAt(res, view, "before", page.newer), label: words.newer },
      older: page.older && { href: hrefAt(res, view, "after", page.older), label: words.older },
    },
  };
}

function projectIdOf({ locals }: Response): number {
  return locals.project?.id ?? 0;
}

function moreActions(res: Response, view: LogListView) {
  const words = res.locals.texts.logEntries;
  const workbook = { href: listHref(res, view, { format: "xlsx" }), icon: "file-spreadsheet" };
  const archive = { href: listHref(res, {}, { archived: "true" }), icon: "archive" };
  return [
    { ...workbook, label: words.xlsx },
    ...(can(res, "log-entry:write") ? [{ ...archive, label: words.showArchived }] : []),
  ];
}

function presentMonths(res: Response, { lines, monthCounts }: LogPage, view: LogListView) {
  const { texts, formats } = res.locals;
  const byMonth = groupedBy(lines, ({ entry }) => monthOf(entry.happenedOn));
  return [...byMonth].map(([month, own]) => ({
    id: `month-${month}`,
    title: formats.monthName(month),
    ...presentCounts(res, monthCounts.get(month), { ...view, month }),
    activitiesLabel: texts.logEntries.monthCounts(formats.monthName(month)),
    entries: own.map((line) => presentEntry(res, line)),
  }));
}

/** How much there is in the month, and of which activities; each of them leads to just its entries. */
function presentCounts(res: Response, count: MonthCount | undefined, view: LogListView) {
  const { texts, formats } = res.locals;
  const words = texts.logEntries;
  const { entries = 0, minutes = 0, activities = [] } = count ?? {};
  return {
    count: words.count(formats.number(entries), entries),
    hours: minutes === 0 ? null : res.locals.formats.hours(minutes),
    activities: activities.map(({ activityId, number, title, entries: own }) => ({
      href: listHref(res, view, { activity: String(activityId ?? "none") }),
      code: number && activityCode({ number, parentNumber: null }),
      title: title ?? words.filters.withoutActivity,
      count: formats.number(own),
    })),
  };
}

function presentEmpty(res: Response, view: LogListView) {
  const { empty, nothingMatches } = res.locals.texts.logEntries;
  const isFiltered = Boolean(view.q || view.month || view.activity || view.author || view.archived);
  if (isFiltered || view.after || view.before) {
    const second = { href: paths.progress(projectIdOf(res)), label: nothingMatches.clear };
    return { icon: "filter", text: nothingMatches.text, second };
  }
  return { icon: "notebook", text: empty.text, detail: empty.detail };
}

function presentFilters(res: Response, page: LogPage, view: LogListView) {
  const words = res.locals.texts.logEntries.filters;
  const chips = presentChips(res, page, view);
  return {
    action: paths.progress(projectIdOf(res)),
    search: { name: "q", value: view.q, label: words.search },
    fields: [
      select("month", words.month, view.month, [
        { value: "", label: words.allMonths },
        ...monthsOf(page).map((month) => ({
          value: month,
          label: res.locals.formats.monthName(month),
        })),
      ]),
      select("activity", words.activity, view.activity, [
        { value: "", label: words.allActivities },
        ...page.choices.activities.map((activity) => ({
          value: String(activity.id),
          label: nameOf(activity),
        })),
        { value: "none", label: words.withoutActivity },
      ]),
      select("author", words.author, view.author, [
        { value: "", label: words.allAuthors },
        ...page.options.authors.map(({ id, name }) => ({ value: String(id), label: name })),
      ]),
    ],
    hidden: view.archived ? [{ name: "archived", value: "true" }] : [],
    chips,
    ...(chips.length > 1 ? { clearHref: paths.progress(projectIdOf(res)) } : {}),
  };
}

function monthsOf({ options }: LogPage): Month[] {
  if (options.firstOn === null || options.lastOn === null) return [];
  return monthsFrom(monthOf(options.firstOn), monthOf(options.lastOn)).toReversed();
}

function presentChips(res: Response, page: LogPage, view: LogListView) {
  const { texts, formats } = res.locals;
  const words = texts.logEntries.filters;
  const chips: [keyof LogListView, string | undefined | false][] = [
    ["q", view.q !== "" && words.textChip(view.q)],
    ["month", view.month && formats.monthName(view.month)],
    ["activity", chosenActivity(page, view, words)],
    ["author", page.options.authors.find(({ id }) => id === view.author)?.name],
    ["archived", view.archived && words.archived],
  ];
  return chips
    .filter((chip): chip is [keyof LogListView, string] => Boolean(chip[1]))
    .map(([name, label]) => ({ label, href: listHref(res, view, { [name]: null }) }));
}

function chosenActivity(
  { choices }: LogPage,
  { activity }: LogListView,
  words: Texts["logEntries"]["filters"],
): string | undefined {
  if (activity === undefined) return undefined;
  if (activity === "none") return words.withoutActivity;
  const chosen = choices.activities.find(({ id }) => id === activity);
  return chosen ? nameOf(chosen) : words.activity;
}

function nameOf(activity: LogActivity): string {
  return `${activityCode(activity)} ${activity.title}`;
}

function listHref(
  res: Response,
  view: Partial<LogListView>,
  changes: Record<string, string | null> = {},
): string {
  const { q, month, activity, author, archived } = view;
  const kept = { q, month, activity, author, archived };
  return withQuery(paths.progress(projectIdOf(res)), { ...kept, ...changes });
}

function hrefAt(
  res: Response,
  view: LogListView,
  name: "after" | "before",
  place: LogPlace,
): string {
  return listHref(res, view, { [name]: `${place.happenedOn}.${place.id}` });
}

function select(
  name: string,
  label: string,
  chosen: string | number | undefined,
  options: FieldOption[],
): Field {
  return { type: "select", name, label, value: String(chosen ?? ""), options };
}
