import type { InternshipFilter, InternshipLine } from "../../../../db/queries/internship-list.ts";
import type { InternshipState } from "../../../../db/queries/internships.ts";
import { paths } from "../../../paths.ts";
import { PAGE_SIZE, presentPagination } from "../../../web/pagination.ts";
import { withQuery } from "../../../web/query-string.ts";
import type { WorkbookSheet } from "../../../web/workbook.ts";
import { codeOfActivity, hoursBar, statePill, type Wording } from "../words.ts";
import { type InternshipListView, listStates } from "./schema.ts";

export interface InternshipList {
  projectId: number;
  rows: InternshipLine[];
  counts: { state: InternshipState; count: number }[];
  page: number;
}

export function filterOf(projectId: number, view: InternshipListView): InternshipFilter {
  const { state, from, to } = view;
  return { projectId, state, from: from || undefined, to: to || undefined };
}

export function presentInternships(
  list: InternshipList,
  view: InternshipListView,
  wording: Wording,
  can: { edit: boolean },
) {
  const { texts } = wording;
  const words = texts.internships;
  const { projectId } = list;
  const total = countIn(view.state, list);
  return {
    pageHeader: presentHeader(projectId, view, wording, can),
    tabs: presentTabs(list, view, wording),
    filterBar: presentFilter(projectId, view, wording),
    columns: words.columns,
    rows: list.rows.map((row) => presentRow(row, projectId, wording)),
    emptyState: list.rows.length > 0 ? null : emptyState(list, view, wording, can),
    pagination: presentPagination({
      page: list.page,
      total: total ?? list.rows.length + (list.page - 1) * PAGE_SIZE,
      summary: words.count(total ?? list.rows.length),
      href: (page) => listHref(projectId, view, { page: page === 1 ? null : page }),
    }),
  };
}

function presentHeader(
  projectId: number,
  view: InternshipListView,
  { texts }: Wording,
  can: { edit: boolean },
) {
  const words = texts.internships;
  const primary = { href: paths.newInternship(projectId), label: words.new, icon: "plus" };
  const workbook = {
    href: listHref(projectId, view, { format: "xlsx" }),
    label: words.workbook,
    icon: "file-spreadsheet",
  };
  return {
    title: words.title,
    subtitle: words.subtitle,
    actions: { primary: can.edit ? primary : null, more: [workbook] },
  };
}

function presentTabs(
  { projectId, counts }: InternshipList,
  view: InternshipListView,
  { texts, formats }: Wording,
) {
  const list = { counts } as InternshipList;
  return listStates.map((state) => {
    const count = countIn(state, list);
    return {
      href: listHref(projectId, { ...view, state }),
      label: texts.internships.tabs[state],
      isCurrent: view.state === state,
      ...(count === null ? {} : { count: formats.number(count) }),
    };
  });
}

/** Of the archive nobody asks how many there are. */
function countIn(
  state: InternshipListView["state"],
  { counts }: Pick<InternshipList, "counts">,
): number | null {
  if (state === "archived") return null;
  return counts
    .filter((one) => state === "all" || one.state === state)
    .reduce((sum, { count }) => sum + count, 0);
}

function presentFilter(projectId: number, view: InternshipListView, { texts, formats }: Wording) {
  const { filter } = texts.internships;
  const day = (name: "from" | "to", label: string) => ({
    type: "date" as const,
    name,
    label,
    value: view[name],
  });
  const chips = [
    ...(view.from
      ? [
          {
            label: filter.fromChip(formats.date(view.from)),
            href: listHref(projectId, { ...view, from: "" }),
          },
        ]
      : []),
    ...(view.to
      ? [
          {
            label: filter.toChip(formats.date(view.to)),
            href: listHref(projectId, { ...view, to: "" }),
          },
        ]
      : []),
  ];
  return {
    action: paths.internships(projectId),
    fields: [day("from", filter.from), day("to", filter.to)],
    hidden: view.state === "all" ? [] : [{ name: "state", value: view.state }],
    chips,
    ...(chips.length > 0 ? { clearHref: listHref(projectId, { ...view, from: "", to: "" }) } : {}),
  };
}

function presentRow(row: InternshipLine, projectId: number, wording: Wording) {
  const { texts, formats } = wording;
  const words = texts.internships;
  const waiting = row.workedMinutes - row.confirmedMinutes;
  return {
    href: paths.internship(projectId, row.id),
    title: row.title,
    activity: codeOfActivity(row),
    dates: formats.dateRange(row.startsOn, row.endsOn),
    pill: statePill(row.state, texts),
    trainees: formats.number(row.trainees),
    hosts: row.hosts ?? "",
    bar: hoursBar(row.workedMinutes, row.plannedMinutes, wording),
    waiting: waiting > 0 ? words.show.toConfirm(formats.hourCount(waiting)) : null,
    owner: row.ownerName ?? "",
  };
}

export function listHref(
  projectId: number,
  view: InternshipListView,
  other: Record<string, string | number | null> = {},
): string {
  const { state, from, to } = view;
  return withQuery(paths.internships(projectId), {
    state: state === "all" ? null : state,
    from,
    to,
    ...other,
  });
}

function emptyState(
  { projectId, counts }: InternshipList,
  view: InternshipListView,
  { texts }: Wording,
  can: { edit: boolean },
) {
  const words = texts.internships;
  const isPlain = view.state === "all" && view.from === "" && view.to === "";
  if (!isPlain || counts.length > 0)
    return {
      text: words.nothingMatches,
      icon: "filter",
      action: { href: paths.internships(projectId), label: words.clearFilter },
    };
  const action = { href: paths.newInternship(projectId), label: words.new, icon: "plus" };
  return {
    text: words.empty,
    icon: "briefcase",
    ...(can.edit ? { detail: words.emptyDetail, action } : {}),
  };
}

const MINUTES_TO_HUNDREDTHS = 100 / 60;

export function internshipSheet(
  rows: InternshipLine[],
  { texts }: Pick<Wording, "texts">,
): WorkbookSheet<InternshipLine> {
  const { sheet, states } = texts.internships;
  const hours = (header: string, minutes: (row: InternshipLine) => number | null) =>
    ({
      header,
      type: "scaled",
      decimals: () => 2,
      value: (row: InternshipLine) => {
        const value = minutes(row);
        return value === null ? null : Math.round(value * MINUTES_TO_HUNDREDTHS);
      },
    }) as const;
  return {
    name: sheet.name,
    rows,
    columns: [
      { header: sheet.title, type: "text", width: 50, value: (row) => row.title },
      { header: sheet.activity, type: "text", width: 10, value: codeOfActivity },
      { header: sheet.state, type: "text", width: 18, value: (row) => states[row.state] },
      { header: sheet.startsOn, type: "day", value: (row) => row.startsOn },
      { header: sheet.endsOn, type: "day", value: (row) => row.endsOn },
      { header: sheet.trainees, type: "number", value: (row) => row.trainees },
      { header: sheet.hosts, type: "text", width: 40, value: (row) => row.hosts },
      hours(sheet.plannedHours, (row) => row.plannedMinutes),
      hours(sheet.workedHours, (row) => row.workedMinutes),
      hours(sheet.confirmedHours, (row) => row.confirmedMinutes),
      { header: sheet.plannedCosts, type: "money", value: (row) => row.plannedCostsHalere },
      { header: sheet.realCosts, type: "money", value: (row) => row.realCostsHalere },
      { header: sheet.owner, type: "text", width: 24, value: (row) => row.ownerName },
    ],
  };
}
