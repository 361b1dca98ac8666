import type { Response } from "express";
import type { OutputLine, OutputState } from "../../../../db/queries/outputs.ts";
import { can } from "../../../access/allow.ts";
import { projectOf } from "../../../access/project-of.ts";
import { paths } from "../../../paths.ts";
import { dueCell } from "../../../web/due-cell.ts";
import { presentPagination } from "../../../web/pagination.ts";
import { withQuery } from "../../../web/query-string.ts";
import type { WorkbookSheet } from "../../../web/workbook.ts";
import { codeOfActivity } from "../../milestones/words.ts";
import { outputStates, writtenKinds } from "../rules.ts";
import type { OutputListView } from "../schema.ts";
import { approver, kindWord, outputPill, type Wording } from "../words.ts";

export interface OutputPage {
  rows: OutputLine[];
  counts: Map<OutputState | "planned", number>;
  openComments: Map<number, number>;
  page: number;
}

export function presentOutputs(res: Response, list: OutputPage, view: OutputListView) {
  const { id: projectId } = projectOf(res);
  const { outputs: words } = res.locals.texts;
  const { counts, page } = list;
  const all = [...counts.values()].reduce((sum, n) => sum + n, 0);
  const total = view.state === "" ? all : (counts.get(view.state) ?? 0);
  const add = {
    href: withQuery(paths.newMilestone(projectId), { kind: "output" }),
    label: words.plan,
    icon: "plus",
  };
  const mayEdit = can(res, "output:edit");
  return {
    pageHeader: {
      title: words.title,
      subtitle: words.subtitle,
      actions: {
        primary: mayEdit && can(res, "milestone:edit") ? add : null,
        more: [
          {
            href: listHref(projectId, view, { format: "xlsx" }),
            label: words.xlsx,
            icon: "file-spreadsheet",
          },
        ],
      },
    },
    tabs: presentTabs(projectId, view, { counts, all }, res.locals),
    filterBar: presentFilter(projectId, view, res.locals),
    columns: words.columns,
    rows: list.rows.map((row) => presentRow(row, list.openComments, { res, mayEdit })),
    begin: { action: paths.outputs(projectId), label: words.begin },
    emptyState: total > 0 ? null : emptyState(projectId, view, all, res, mayEdit ? add : null),
    pagination: presentPagination({
      ...{ page, total, summary: words.count(total) },
      href: (wanted) => listHref(projectId, view, { page: wanted === 1 ? null : wanted }),
    }),
  };
}

export function listHref(
  projectId: number,
  view: OutputListView,
  other: Record<string, string | number | null> = {},
): string {
  return withQuery(paths.outputs(projectId), { ...view, ...other });
}

function presentTabs(
  projectId: number,
  view: OutputListView,
  { counts, all }: { counts: OutputPage["counts"]; all: number },
  { texts, formats }: Wording,
) {
  const { outputs: words } = texts;
  const tab = (state: OutputListView["state"], label: string, n: number) => ({
    ...{ href: listHref(projectId, { ...view, state }), label, count: formats.number(n) },
    isCurrent: view.state === state,
  });
  return [
    tab("", words.all, all),
    ...(["planned", ...outputStates] as const).map((state) =>
      tab(state, words.states[state], counts.get(state) ?? 0),
    ),
  ];
}

function presentFilter(projectId: number, view: OutputListView, { texts }: Wording) {
  const { outputs: words } = texts;
  const chosen = writtenKinds.find((kind) => kind === view.kind);
  return {
    action: paths.outputs(projectId),
    fields: [
      {
        ...{ type: "select" as const, name: "kind", label: words.columns.kind, value: view.kind },
        options: [
          { value: "", label: words.allKinds },
          ...writtenKinds.map((value) => ({ value, label: words.kinds[value] })),
        ],
        isAutosubmit: true,
      },
    ],
    hidden: view.state === "" ? [] : [{ name: "state", value: view.state }],
    chips: chosen
      ? [{ label: words.kinds[chosen], href: listHref(projectId, view, { kind: null }) }]
      : [],
    clearHref: listHref(projectId, view, { kind: null }),
  };
}

function presentRow(
  row: OutputLine,
  openComments: Map<number, number>,
  { res, mayEdit }: { res: Response; mayEdit: boolean },
) {
  const { texts, formats } = res.locals;
  const { outputs: words } = texts;
  const { id, projectId, milestoneId, doneOn, cancelledOn } = row;
  const isOpen = doneOn === null && cancelledOn === null;
  const open = id === null ? 0 : (openComments.get(id) ?? 0);
  return {
    href: id === null ? paths.milestone(projectId, milestoneId) : paths.output(projectId, id),
    title: row.title,
    note: [codeOfActivity(row), kindWord(row.outputKind, texts)].filter(Boolean).join(" · "),
    due: dueCell(row, res.locals),
    pill: outputPill(row, texts),
    comments: open === 0 ? "" : formats.number(open),
    commentsBy: commentsUntil(row, res.locals),
    wording:
      row.documentVersions === null ? "" : texts.documents.versionNumber(row.documentVersions),
    approved: row.approvedOn === null ? "" : formats.date(row.approvedOn),
    approver: approver(row, res.locals),
    milestoneId: id === null && isOpen && mayEdit ? String(milestoneId) : null,
    beginName: words.beginOne(row.title),
  };
}

function commentsUntil({ state, commentsBy }: OutputLine, { texts, formats }: Wording) {
  const isOpen = state === "commented" && commentsBy !== null;
  return isOpen ? texts.outputs.until(formats.date(commentsBy)) : null;
}

function emptyState(
  projectId: number,
  view: OutputListView,
  all: number,
  { locals: { texts } }: Response,
  add: { href: string; label: string; icon: string } | null,
) {
  const { outputs: words } = texts;
  if (all > 0 || view.kind !== "") {
    const clear = { href: paths.outputs(projectId), label: words.nothingMatches.clear };
    return { text: words.nothingMatches.text, icon: "filter", action: clear };
  }
  return { ...words.empty, icon: "file-text", ...(add ? { action: add } : {}) };
}

export function outputSheet(
  rows: OutputLine[],
  openComments: Map<number, number>,
  wording: Wording,
): WorkbookSheet<OutputLine> {
  const { texts } = wording;
  const { outputs: words } = texts;
  return {
    name: words.title,
    rows,
    columns: [
      { header: words.columns.activity, type: "text", value: codeOfActivity },
      { header: words.columns.title, type: "text", value: (row) => row.title, width: 60 },
      { header: words.columns.kind, type: "text", value: (row) => kindWord(row.outputKind, texts) },
      { header: words.columns.due, type: "day", value: (row) => row.dueOn },
      { header: words.columns.owner, type: "text", value: (row) => row.ownerName },
      { header: words.columns.state, type: "text", value: (row) => outputPill(row, texts).label },
      {
        ...{ header: words.columns.comments, type: "number" },
        value: (row) => (row.id === null ? 0 : (openComments.get(row.id) ?? 0)),
      },
      { header: words.columns.approved, type: "day", value: (row) => row.approvedOn },
      { header: words.columns.approver, type: "text", value: (row) => approver(row, wording) },
      { header: words.columns.published, type: "day", value: (row) => row.publishedOn },
      { header: words.columns.counted, type: "day", value: (row) => row.doneOn },
    ],
  };
}
