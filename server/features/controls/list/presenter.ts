import type { ControlCounts, ControlLine } from "../../../../db/queries/controls.ts";
import { paths } from "../../../paths.ts";
import { PAGE_SIZE, presentPagination } from "../../../web/pagination.ts";
import { withQuery } from "../../../web/query-string.ts";
import { controlCode, controlDates, controlPill, type Wording } from "../words.ts";
import { type ControlListView, listStates } from "./schema.ts";

interface ControlList {
  projectId: number;
  lines: ControlLine[];
  counts: ControlCounts;
  view: ControlListView;
  page: number;
  canEdit: boolean;
}

export function listHref(
  projectId: number,
  { state }: ControlListView,
  other: Record<string, string | number | null> = {},
): string {
  return withQuery(paths.controls(projectId), { state: state === "all" ? null : state, ...other });
}

export function presentControlList(list: ControlList, wording: Wording) {
  const { projectId, lines, counts, view, page } = list;
  const { controls } = wording.texts;
  return {
    pageHeader: presentHeader(list, wording),
    tabs: presentTabs(list, wording),
    labels: controls.columns,
    rows: lines.map((line) => presentLine(line, wording)),
    isEmpty: counts.all === 0 && counts.archived === 0,
    emptyState: lines.length > 0 ? null : presentEmpty(list, wording),
    pagination: presentPagination({
      page,
      total: counts[view.state],
      summary: summary(page, counts[view.state], wording),
      href: (wanted) => listHref(projectId, view, { page: wanted === 1 ? null : wanted }),
    }),
  };
}

function presentHeader({ projectId, view, canEdit }: ControlList, { texts }: Wording) {
  const { controls } = texts;
  const add = { href: paths.newControl(projectId), label: controls.new, icon: "plus" };
  const sheet = {
    href: listHref(projectId, view, { format: "xlsx" }),
    label: controls.workbook,
    icon: "file-spreadsheet",
  };
  return {
    title: controls.title,
    subtitle: controls.subtitle,
    actions: { primary: canEdit ? add : null, more: [sheet] },
  };
}

/** The archive only where there is something in it. */
function presentTabs({ projectId, counts, view }: ControlList, { texts, formats }: Wording) {
  return listStates
    .filter((state) => state !== "archived" || counts.archived > 0 || view.state === state)
    .map((state) => ({
      href: listHref(projectId, { state }),
      label: texts.controls.tabs[state],
      count: formats.number(counts[state]),
      isCurrent: view.state === state,
    }));
}

function presentLine(line: ControlLine, wording: Wording) {
  const { texts, formats } = wording;
  const { controls } = texts;
  const { findings, openFindings, lateFindings, amountHalere } = line;
  return {
    href: paths.control(line.projectId, line.id),
    title: line.subject,
    note: [controlCode(line, wording), controls.kinds[line.kind], line.controllingBody].join(" · "),
    dates: controlDates(line, wording),
    fileNumber: line.fileNumber ?? "",
    findings: findingsText(findings, openFindings, wording),
    hasFindings: findings > 0,
    late: lateFindings > 0 ? controls.late(formats.number(lateFindings)) : null,
    amount: amountHalere === null ? "" : formats.money(amountHalere),
    pill: controlPill(line.state, texts),
  };
}

function findingsText(findings: number, open: number, { texts, formats }: Wording): string {
  const { controls } = texts;
  if (findings === 0) return controls.noFindings;
  return open === 0
    ? controls.allMended(findings)
    : controls.openOf(formats.number(open), findings);
}

function summary(page: number, total: number, { texts }: Wording): string {
  const { controls } = texts;
  if (total <= PAGE_SIZE) return controls.count(total);
  const from = (page - 1) * PAGE_SIZE + 1;
  return controls.range(from, Math.min(from + PAGE_SIZE - 1, total), total);
}

function presentEmpty({ projectId, counts, canEdit }: ControlList, { texts }: Wording) {
  const { controls } = texts;
  if (counts.all > 0) {
    const clear = { href: paths.controls(projectId), label: controls.clear };
    return { text: controls.nothingHere, icon: "filter", action: clear };
  }
  return {
    text: controls.empty,
    detail: controls.emptyDetail,
    icon: "shield-check",
    ...(canEdit
      ? { action: { href: paths.newControl(projectId), label: controls.new, icon: "plus" } }
      : {}),
  };
}
