import { paths } from "../../../paths.ts";
import { PAGE_SIZE, presentPagination } from "../../../web/pagination.ts";
import { withQuery } from "../../../web/query-string.ts";
import type { Wording } from "../../events/words.ts";
import { nameInList } from "../../participants/words.ts";
import type { PersonProspect, Prospects } from "../prospects.ts";
import { addMinutes, type Outlook, type SupportRule, totalMinutes } from "../rules.ts";
import { thresholdBar } from "../words.ts";
import { presentBands, presentTiles } from "./numbers-presenter.ts";
import { chosenPeople } from "./rules.ts";
import { type HoursListView, outlooks } from "./schema.ts";

const TONES: Record<Outlook, { tone: string; icon: string }> = {
  reached: { tone: "green", icon: "circle-check" },
  "will-reach": { tone: "blue", icon: "circle-dot" },
  open: { tone: "grey", icon: "circle-dashed" },
  "cannot-reach": { tone: "red", icon: "alert-octagon" },
};

function hoursHref(
  projectId: number,
  view: HoursListView,
  other: Record<string, string | number | null> = {},
): string {
  const { outlook, sort } = view;
  return withQuery(paths.hours(projectId), {
    outlook,
    sort: sort === "name" ? null : sort,
    ...other,
  });
}

/** The model of `views/support/index.ejs`: people by name with what they have and will have. */
export function presentHours(
  projectId: number,
  prospects: Prospects,
  { view, page }: { view: HoursListView; page: number },
  wording: Wording,
) {
  const { texts } = wording;
  const { support: words } = texts;
  const chosen = chosenPeople(prospects.people, view);
  const shown = chosen.slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE);
  const workbook = {
    href: hoursHref(projectId, view, { format: "xlsx" }),
    label: words.workbook,
    icon: "file-spreadsheet",
  };
  return {
    pageHeader: { title: words.title, subtitle: words.subtitle, actions: { more: [workbook] } },
    tiles: presentTiles(prospects, wording, (outlook) =>
      hoursHref(projectId, { outlook, sort: "name" }),
    ),
    filterBar: presentFilter(projectId, view, wording),
    labels: words.columns,
    columns: presentColumns(projectId, view, wording),
    rows: shown.map((one) => presentRow(projectId, one, prospects.rule, wording)),
    emptyState: chosen.length > 0 ? null : presentEmpty(projectId, view, wording),
    pagination: presentPagination({
      page,
      total: chosen.length,
      summary: words.persons(chosen.length),
      href: (wanted) => hoursHref(projectId, view, { page: wanted === 1 ? null : wanted }),
    }),
  };
}

/** The page of whoever may not read names: counts and bands. */
export function presentHourNumbers(prospects: Prospects, wording: Wording) {
  const { support: words } = wording.texts;
  return {
    pageHeader: { title: words.title, subtitle: words.numbersOnly },
    tiles: presentTiles(prospects, wording, () => null),
    bands: presentBands(prospects, wording),
    emptyState: prospects.people.length > 0 ? null : { text: words.empty, icon: "clock" },
  };
}

function presentColumns(projectId: number, view: HoursListView, { texts }: Wording) {
  const { columns } = texts.support;
  const by = (label: string, up: HoursListView["sort"], down: HoursListView["sort"]) => {
    const isUp = view.sort === up;
    const isDown = view.sort === down;
    const direction = isUp ? ("ascending" as const) : isDown ? ("descending" as const) : null;
    const next = isUp && up !== down ? down : up;
    return { label, href: hoursHref(projectId, { ...view, sort: next }), direction };
  };
  return {
    name: by(columns.name, "name", "name"),
    total: by(columns.total, "total", "-total"),
    outlook: by(columns.outlook, "reached", "-reached"),
  };
}

function presentRow(projectId: number, one: PersonProspect, rule: SupportRule, wording: Wording) {
  const { texts, formats } = wording;
  const { person, posted, pending, booked, outlook } = one;
  const hours = (minutes: number) => (minutes === 0 ? "" : wording.formats.hours(minutes));
  return {
    href: paths.personHours(projectId, person.participationId),
    name: nameInList(person),
    note: person.organisationName,
    inPerson: hours(posted.inPerson),
    electronic: hours(posted.electronic),
    pending: hours(totalMinutes(pending)),
    booked: hours(totalMinutes(booked)),
    bar: thresholdBar(addMinutes(posted, pending), rule, wording),
    reached:
      person.thresholdOn === null ? "" : texts.support.since(formats.date(person.thresholdOn)),
    pill: outlook && { ...TONES[outlook], label: texts.support.outlooks[outlook] },
  };
}

function presentFilter(projectId: number, view: HoursListView, { texts }: Wording) {
  const { support: words } = texts;
  const chip = view.outlook && {
    label: words.outlooks[view.outlook],
    href: hoursHref(projectId, { ...view, outlook: undefined }),
  };
  return {
    action: paths.hours(projectId),
    fields: [
      {
        type: "select" as const,
        name: "outlook",
        label: words.outlook,
        value: view.outlook ?? "",
        options: [
          { value: "", label: words.any },
          ...outlooks.map((value) => ({ value, label: words.outlooks[value] })),
        ],
        isAutosubmit: true,
      },
    ],
    hidden: view.sort === "name" ? [] : [{ name: "sort", value: view.sort }],
    chips: chip ? [chip] : [],
    clearHref: null,
  };
}

function presentEmpty(projectId: number, view: HoursListView, { texts }: Wording) {
  const { support: words } = texts;
  if (view.outlook === undefined)
    return { text: words.empty, icon: "clock", detail: words.emptyDetail };
  return {
    text: words.nothingMatches,
    icon: "filter",
    action: { href: paths.hours(projectId), label: words.clearFilter },
  };
}
