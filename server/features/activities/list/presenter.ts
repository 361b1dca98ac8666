import type { ActivityLine } from "../../../../db/queries/activities.ts";
import { paths } from "../../../paths.ts";
import { pragueDay } from "../../../values/calendar-date.ts";
import { ownerKey } from "../../../values/owner.ts";
import { PAGE_SIZE, presentPagination } from "../../../web/pagination.ts";
import { withQuery } from "../../../web/query-string.ts";
import { physicalProgress } from "../../projects/totals/rules.ts";
import {
  activityCode,
  canBeRestored,
  filterTree,
  inTreeOrder,
  type Placed,
  percentOf,
} from "../rules.ts";
import { datesText, datesWarnings, slipText, statePill, type Wording } from "../words.ts";
import { listHref, presentActivityFilters } from "./filters.ts";
import type { ActivityListView } from "./schema.ts";

export interface ActivityList {
  project: { id: number; startsOn: string; endsOn: string };
  all: ActivityLine[];
  view: ActivityListView;
  page: number;
}

export function presentActivityList(list: ActivityList, wording: Wording, can: { edit: boolean }) {
  const { project, view, page } = list;
  const { activities } = wording.texts;
  const living = list.all.filter((one) => (one.archivedAt === null) !== view.archived);
  const fitting = fittingLines(living, view);
  const shown = fitting.slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE);
  const found = fitting.filter(({ fits }) => fits).length;
  return {
    pageHeader: presentHeader(list, living, wording, can),
    filterBar: view.archived ? null : presentActivityFilters(list, living, wording.texts),
    lead: view.archived ? activities.archiveHint : null,
    labels: activities.columns,
    rows: shown.map((line) => presentLine(line, list, wording)),
    restoration: can.edit && view.archived ? activities.restore : null,
    sharesSum: view.archived ? null : sharesSum(living, wording),
    emptyState: fitting.length > 0 ? null : emptyState(list, living, can, wording),
    pagination: presentPagination({
      page,
      total: fitting.length,
      summary: activities.count(found),
      href: (wanted) => listHref(project.id, view, { page: wanted === 1 ? null : wanted }),
    }),
  };
}

/** The lines of the tree that the filter lets through, in their order. */
export function fittingLines(lines: ActivityLine[], view: ActivityListView) {
  const tree = inTreeOrder(lines).map((line) => ({ ...line, ownerKey: ownerKey(line) }));
  return filterTree(tree, { text: view.q, state: view.state, owner: view.owner });
}

function presentHeader(
  { project, view, all }: ActivityList,
  living: ActivityLine[],
  { texts, formats }: Wording,
  can: { edit: boolean },
) {
  const { activities } = texts;
  if (view.archived) {
    const back = { href: paths.activities(project.id), label: activities.backToList };
    return { title: activities.archiveTitle, actions: { primary: null, more: [back] } };
  }
  const workbook = listHref(project.id, view, { format: "xlsx" });
  const hasArchive = all.some(({ archivedAt }) => archivedAt !== null);
  const more = [
    { href: workbook, label: activities.workbook, icon: "file-spreadsheet" },
    ...(can.edit && living.length > 1
      ? [
          {
            href: paths.activityOrder(project.id),
            label: activities.changeOrder,
            icon: "arrows-sort",
          },
        ]
      : []),
    ...(hasArchive
      ? [
          {
            href: withQuery(paths.activities(project.id), { archived: 1 }),
            label: activities.toArchive,
            icon: "archive",
          },
        ]
      : []),
  ];
  const primary = { href: paths.newActivity(project.id), label: activities.new, icon: "plus" };
  const physical = physicalProgress(living);
  const isWeighted = living.every((one) => one.parentId !== null || one.shareBp !== null);
  const sentence = isWeighted ? activities.physical : activities.physicalEqual;
  return {
    title: activities.title,
    subtitle: physical === undefined ? "" : sentence(formats.percent(physical)),
    actions: { primary: can.edit ? primary : null, more },
  };
}

function presentLine(
  line: Placed<ActivityLine> & { fits: boolean },
  list: ActivityList,
  wording: Wording,
) {
  const { project, all } = list;
  const { texts, formats, today } = wording;
  const { activities } = texts;
  const parent = all.find(({ id }) => id === line.parentId) ?? null;
  const code = activityCode({ number: line.number, parentNumber: parent?.number ?? null });
  const above = parent && { ...parent, code: activityCode({ ...parent, parentNumber: null }) };
  const archivedOn = line.archivedAt === null ? null : pragueDay(line.archivedAt);
  return {
    id: `activity-${line.id}`,
    href: paths.activity(project.id, line.id),
    code,
    title: line.title,
    isSub: line.isSub,
    isContext: !line.fits,
    state: statePill(line.state, texts),
    bar: percentBar(line, list.all, wording),
    reason: line.percentReason,
    owner: line.ownerName ?? "",
    dates: datesText(line, wording) ?? activities.noDates,
    hasDates: datesText(line, wording) !== null,
    slip: slipText(line, texts),
    warnings: datesWarnings(line, { project, parent: above }, texts),
    share: line.shareBp === null ? "" : formats.share(line.shareBp * 100),
    outputs: presentOutputs(line, project.id, wording),
    archivedOn: archivedOn && `${activities.archivedOn} ${formats.date(archivedOn)}`,
    restoration:
      line.archivedAt !== null && canBeRestored(line.archivedAt, today)
        ? paths.activityRestoration(project.id, line.id)
        : null,
  };
}

function percentBar(line: ActivityLine, all: ActivityLine[], { texts, formats }: Wording) {
  const { activities } = texts;
  const known = percentOf(line, all);
  if (known === null) return { percent: null, label: activities.noPercent, note: null, tone: null };
  const { percent, isMean } = known;
  const label = formats.percent(percent * 100);
  if (isMean) return { percent, label, note: activities.fromParts, tone: "grey" };
  return {
    percent,
    label,
    note: line.percentOn && activities.onDay(formats.date(line.percentOn)),
    tone: percent === 100 ? "green" : null,
  };
}

function presentOutputs(line: ActivityLine, projectId: number, { texts, formats }: Wording) {
  if (line.outputs === 0) return null;
  const { outputsDone } = texts.activities;
  const filter = { activity: line.id, kind: "output", state: "all" };
  return {
    label: outputsDone(formats.number(line.outputsDone), formats.number(line.outputs)),
    href: withQuery(paths.milestones(projectId), filter),
  };
}

function sharesSum(living: ActivityLine[], { texts, formats }: Wording) {
  const shares = living.filter((one) => one.parentId === null && one.shareBp !== null);
  if (shares.length === 0) return null;
  const sum = shares.reduce((total, { shareBp }) => total + (shareBp ?? 0), 0);
  return { label: texts.activities.sharesSum, value: formats.share(sum * 100) };
}

function emptyState(
  { project, view }: ActivityList,
  living: ActivityLine[],
  can: { edit: boolean },
  { texts }: Wording,
) {
  const { activities } = texts;
  if (view.archived) return { text: activities.archiveEmpty, icon: "archive" };
  if (living.length > 0) {
    return {
      text: activities.nothingMatches,
      icon: "filter",
      action: { href: paths.activities(project.id), label: activities.clearFilter },
    };
  }
  const action = { href: paths.newActivity(project.id), label: activities.new, icon: "plus" };
  return {
    text: activities.empty,
    icon: "list-tree",
    ...(can.edit ? { detail: activities.emptyDetail, action } : {}),
  };
}
