import type { MilestoneLine } from "../../../../db/queries/milestone-list.ts";
import { paths } from "../../../paths.ts";
import type { Formats } from "../../../texts/formats.ts";
import type { CalendarDate } from "../../../values/calendar-date.ts";
import { dueCell } from "../../../web/due-cell.ts";
import { PAGE_SIZE, presentPagination } from "../../../web/pagination.ts";
import { codeOfActivity, type Wording } from "../words.ts";
import { isNarrowed, listHref, presentMilestoneFilters, presentStateTabs } from "./filters.ts";
import { groupKeyOf, groupTitle } from "./groups.ts";
import type { MilestoneListView } from "./schema.ts";
import type { MilestoneList } from "./service.ts";

export interface Allowed {
  edit: boolean;
  complete: boolean;
}

export function presentMilestoneList(
  list: MilestoneList,
  view: MilestoneListView,
  page: number,
  wording: Wording,
  can: Allowed,
) {
  const { projectId, rows, counts } = list;
  const { milestones } = wording.texts;
  const total = counts[view.state];
  return {
    pageHeader: presentHeader(projectId, view, wording, can),
    tabs: presentStateTabs(projectId, view, counts, wording),
    filterBar: presentMilestoneFilters(list, view, wording),
    headers: presentHeaders(projectId, view, wording),
    // Under headings of activities a column of them would only repeat what stands above.
    hasActivities: view.group !== "activity",
    columns: 6 + (view.group === "activity" ? 0 : 1) + (can.edit ? 1 : 0),
    labels: milestones.columns,
    assignment:
      can.edit && rows.length > 0
        ? { action: paths.newMilestoneAssignment(projectId), label: milestones.assignChosen }
        : null,
    sections: presentSections(list, view, wording, can),
    emptyState: rows.length > 0 ? null : emptyState(list, view, wording, can),
    pagination: presentPagination({
      page,
      total,
      summary: summary(page, total, wording),
      href: (wanted) => listHref(projectId, view, { page: wanted === 1 ? null : wanted }),
    }),
  };
}

function presentHeader(
  projectId: number,
  view: MilestoneListView,
  { texts }: Wording,
  can: Allowed,
) {
  const { milestones } = texts;
  const primary = { href: paths.newMilestone(projectId), label: milestones.new, icon: "plus" };
  return {
    title: milestones.title,
    subtitle: milestones.subtitle,
    actions: {
      primary: can.edit ? primary : null,
      more: [
        {
          href: listHref(projectId, view, { format: "xlsx" }),
          label: milestones.workbook,
          icon: "file-spreadsheet",
        },
      ],
    },
  };
}

function presentHeaders(projectId: number, view: MilestoneListView, { texts }: Wording) {
  const { columns } = texts.milestones;
  const sortable = (by: "due" | "expected" | "done") => ({
    label: columns[by],
    href: listHref(projectId, view, { sort: view.sort === by ? `-${by}` : by }),
    direction: direction(view.sort, by),
  });
  return { due: sortable("due"), expected: sortable("expected"), done: sortable("done") };
}

function direction(sort: string, by: string): "ascending" | "descending" | null {
  if (sort === by) return "ascending";
  return sort === `-${by}` ? "descending" : null;
}

/** The rows under the headings of their groups; one section without a heading where nothing is grouped. */
function presentSections(
  list: MilestoneList,
  view: MilestoneListView,
  wording: Wording,
  can: Allowed,
) {
  const sections: { title: string | null; count: string; rows: ReturnType<typeof presentRow>[] }[] =
    [];
  let lastKey: string | undefined;
  for (const row of list.rows) {
    const key = groupKeyOf(row, view.group);
    if (key !== lastKey) {
      const counted = list.groups.find((group) => group.key === key)?.count ?? 0;
      const title = groupTitle(row, view.group, wording);
      sections.push({ title, count: wording.formats.number(counted), rows: [] });
    }
    lastKey = key;
    sections.at(-1)?.rows.push(presentRow(row, list.projectId, wording, can));
  }
  return sections;
}

function presentRow(row: MilestoneLine, projectId: number, wording: Wording, can: Allowed) {
  const { texts, formats } = wording;
  const { milestones } = texts;
  const due = dueCell(row, wording);
  const isOpen = !due.isClosed;
  const { recurrence } = row;
  return {
    id: row.id,
    href: paths.milestone(projectId, row.id),
    title: row.title,
    kind: milestones.kinds[row.kind],
    recurrence: recurrence === "none" ? null : milestones.recurrences[recurrence],
    due: { ...due, note: withWorkingDay(due.note, row, wording) },
    originally:
      row.baselineDueOn === row.dueOn
        ? null
        : milestones.originally(formats.date(row.baselineDueOn)),
    activity: row.activityId === null ? null : presentActivity(row, projectId),
    owner: row.ownerName ?? "",
    expected: dateOrNothing(row.expectedOn, formats),
    done: dateOrNothing(row.doneOn, formats),
    proof: presentProof(row, wording),
    choose: can.edit ? milestones.chooseOne(row.title) : null,
    complete:
      can.complete && isOpen
        ? {
            href: paths.newMilestoneCompletion(projectId, row.id),
            label: milestones.completeOne(row.title),
            text: milestones.complete,
          }
        : null,
  };
}

/** On a day off also the working day after it, before which nobody will take it in. */
function withWorkingDay(note: string, row: MilestoneLine, { texts, formats }: Wording): string {
  if (row.shiftedOn === row.dueOn || row.doneOn !== null || row.cancelledOn !== null) return note;
  return `${note}, ${texts.milestones.workingDay(formats.shortDate(row.shiftedOn))}`;
}

function dateOrNothing(date: CalendarDate | null, formats: Formats): string {
  return date === null ? "" : formats.date(date);
}

function presentActivity(row: MilestoneLine, projectId: number) {
  return {
    href: paths.activity(projectId, row.activityId ?? 0),
    code: codeOfActivity(row) ?? "",
    title: row.activityTitle ?? "",
  };
}

function presentProof({ proof, proofUrl }: MilestoneLine, { texts }: Wording) {
  if (proof === null && proofUrl === null) return null;
  return { text: proof ?? texts.milestones.link, href: proofUrl };
}

function summary(page: number, total: number, { texts }: Wording): string {
  const { milestones } = texts;
  if (total <= PAGE_SIZE) return milestones.count(total);
  const from = (page - 1) * PAGE_SIZE + 1;
  return milestones.range(from, Math.min(from + PAGE_SIZE - 1, total), total);
}

function emptyState(
  { projectId, counts }: MilestoneList,
  view: MilestoneListView,
  { texts }: Wording,
  can: Allowed,
) {
  const { milestones } = texts;
  const everything = { href: paths.milestones(projectId), label: milestones.clearFilter };
  if (isNarrowed(view))
    return { text: milestones.nothingMatches, icon: "filter", action: everything };
  if (counts.all > 0 && view.state === "unfinished")
    return { text: milestones.nothingUnfinished, icon: "circle-check" };
  if (counts.all > 0)
    return { text: milestones.nothingMatches, icon: "filter", action: everything };
  return {
    text: milestones.empty,
    icon: "flag",
    ...(can.edit
      ? {
          detail: milestones.emptyDetail,
          action: { href: paths.newMilestone(projectId), label: milestones.new, icon: "plus" },
          second: { href: paths.periods(projectId), label: milestones.fromPeriods },
        }
      : {}),
  };
}
