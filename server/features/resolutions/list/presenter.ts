import type { Resolution, ResolutionCounts } from "../../../../db/queries/resolutions.ts";
import { paths } from "../../../paths.ts";
import { PAGE_SIZE, presentPagination } from "../../../web/pagination.ts";
import { withQuery } from "../../../web/query-string.ts";
import {
  changeText,
  resolutionCode,
  resolutionPill,
  submitByCell,
  type Wording,
} from "../words.ts";
import { listStates, type ResolutionListView } from "./schema.ts";

interface ResolutionList {
  projectId: number;
  rows: Resolution[];
  counts: ResolutionCounts;
  view: ResolutionListView;
  page: number;
  canEdit: boolean;
}

export function listHref(
  projectId: number,
  { state }: ResolutionListView,
  other: Record<string, string | number | null> = {},
): string {
  const query = { state: state === "all" ? null : state, ...other };
  return withQuery(paths.resolutions(projectId), query);
}

export function presentResolutionList(list: ResolutionList, wording: Wording) {
  const { projectId, rows, counts, view, page } = list;
  const { resolutions } = wording.texts;
  return {
    pageHeader: presentHeader(list, wording),
    tabs: presentTabs(list, wording),
    labels: resolutions.columns,
    rows: rows.map((row) => presentRow(row, wording)),
    isEmpty: counts.all === 0 && counts.archived === 0,
    emptyState: rows.length > 0 ? null : presentEmpty(list, wording),
    pagination: presentPagination({
      page,
      total: counts[view.state],
      summary: summary(page, counts[view.state], wording),
      href: (wanted) => listHref(projectId, view, { page: wanted === 1 ? null : wanted }),
    }),
  };
}

function presentHeader({ projectId, view, canEdit }: ResolutionList, { texts }: Wording) {
  const { resolutions } = texts;
  const add = { href: paths.newResolution(projectId), label: resolutions.new, icon: "plus" };
  const sheet = {
    href: listHref(projectId, view, { format: "xlsx" }),
    label: resolutions.workbook,
    icon: "file-spreadsheet",
  };
  return {
    title: resolutions.title,
    subtitle: resolutions.subtitle,
    actions: { primary: canEdit ? add : null, more: [sheet] },
  };
}

/** The archive only where there is something in it. */
function presentTabs({ projectId, counts, view }: ResolutionList, { texts, formats }: Wording) {
  return listStates
    .filter((state) => state !== "archived" || counts.archived > 0 || view.state === state)
    .map((state) => ({
      href: listHref(projectId, { state }),
      label: texts.resolutions.tabs[state],
      count: formats.number(counts[state]),
      isCurrent: view.state === state,
    }));
}

function presentRow(row: Resolution, wording: Wording) {
  const { texts, formats } = wording;
  const { resolutions } = texts;
  const { meetsOn, decidedOn } = row;
  const change = changeText(row, wording);
  const decided = decidedOn === null ? null : resolutions.decidedOn(formats.date(decidedOn));
  return {
    href: paths.resolution(row.projectId, row.id),
    title: row.title,
    note: [resolutionCode(row, wording), row.decidedBy, change].filter(Boolean).join(" · "),
    due: submitByCell(row, wording),
    meets: meetsOn === null ? "" : formats.date(meetsOn),
    number: row.resolutionNumber ?? "",
    decided,
    fileNumber: row.fileNumber ?? "",
    owner: row.ownerName ?? "",
    pill: resolutionPill(row.state, texts),
  };
}

function summary(page: number, total: number, { texts }: Wording): string {
  const { resolutions } = texts;
  if (total <= PAGE_SIZE) return resolutions.count(total);
  const from = (page - 1) * PAGE_SIZE + 1;
  return resolutions.range(from, Math.min(from + PAGE_SIZE - 1, total), total);
}

function presentEmpty({ projectId, counts, canEdit }: ResolutionList, { texts }: Wording) {
  const { resolutions } = texts;
  if (counts.all > 0) {
    const clear = { href: paths.resolutions(projectId), label: resolutions.clear };
    return { text: resolutions.nothingHere, icon: "filter", action: clear };
  }
  const add = { href: paths.newResolution(projectId), label: resolutions.new, icon: "plus" };
  return {
    text: resolutions.empty,
    detail: resolutions.emptyDetail,
    icon: "gavel",
    ...(canEdit ? { action: add } : {}),
  };
}
