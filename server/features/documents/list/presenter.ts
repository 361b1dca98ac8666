import type { Response } from "express";
import type { ListedDocument } from "../../../../db/queries/document-list.ts";
import { can } from "../../../access/allow.ts";
import { projectOf } from "../../../access/project-of.ts";
import { paths } from "../../../paths.ts";
import type { Texts } from "../../../texts/index.ts";
import { documentTabs } from "../../../web/document-tabs.ts";
import { presentPagination } from "../../../web/pagination.ts";
import { withQuery } from "../../../web/query-string.ts";
import type { WorkbookSheet } from "../../../web/workbook.ts";
import { documentRights, marksOf, shownTitle } from "../presenter.ts";
import { canOpen, type DocumentRights, documentCategories, documentObjects } from "../rules.ts";
import type { DocumentListView } from "../schema.ts";
import { categoryWord, objectHref, objectLabel, objectWord, typeWord } from "../words.ts";

interface DocumentPage {
  rows: ListedDocument[];
  total: number;
  usedBytes: number;
  mostBytes: number;
  page: number;
  /** Required papers that the project lacks. */
  missing: number;
}

export function presentDocumentList(res: Response, list: DocumentPage, view: DocumentListView) {
  const { texts, formats } = res.locals;
  const { id } = projectOf(res);
  const { documents: words } = texts;
  const href = (other: Record<string, string | number | null>) => listHref(id, view, other);
  const add = { href: paths.newDocument(id), label: words.add, icon: "upload" };
  const rights = documentRights(res);
  return {
    pageHeader: {
      title: words.title,
      subtitle: words.used(formats.bytes(list.usedBytes), formats.bytes(list.mostBytes)),
      actions: {
        primary: can(res, "document:edit") ? add : null,
        more: [
          { href: paths.documentPackages(id), label: words.packages.title, icon: "download" },
          { href: href({ format: "xlsx" }), label: words.xlsx, icon: "file-spreadsheet" },
        ],
      },
    },
    tabs: documentTabs("all", id, list.missing, { texts, formats }),
    filterBar: presentFilters(id, view, texts),
    columns: words.columns,
    rows: list.rows.map((row) => presentRow(row, id, rights, res)),
    emptyState: list.total > 0 ? null : emptyState(res, view, add),
    pagination: presentPagination({
      page: list.page,
      total: list.total,
      summary: words.count(list.total),
      href: (page) => href({ page: page === 1 ? null : page }),
    }),
  };
}

export function listHref(
  projectId: number,
  view: DocumentListView,
  other: Record<string, string | number | null> = {},
): string {
  return withQuery(paths.documents(projectId), { ...view, ...other });
}

function presentFilters(projectId: number, view: DocumentListView, texts: Texts) {
  const { documents: words } = texts;
  const options = {
    category: documentCategories.map((value) => ({ value, label: categoryWord(value, texts) })),
    object: documentObjects.map((value) => ({ value, label: objectWord(value, texts) })),
  };
  const select = (name: "category" | "object", label: string, any: string) => ({
    type: "select" as const,
    name,
    label,
    value: view[name],
    options: [{ value: "", label: any }, ...options[name]],
    isAutosubmit: true,
  });
  const state = {
    type: "select" as const,
    name: "state",
    label: texts.documents.state.label,
    value: view.state,
    options: [
      { value: "", label: texts.documents.state.live },
      { value: "archived", label: texts.documents.inArchive },
    ],
    isAutosubmit: true,
  };
  const chosen = (["category", "object"] as const).flatMap((name) => {
    const option = options[name].find(({ value }) => value === view[name]);
    return option
      ? [{ label: option.label, href: listHref(projectId, view, { [name]: null }) }]
      : [];
  });
  return {
    action: paths.documents(projectId),
    search: { name: "q", value: view.q, label: words.search },
    fields: [
      select("category", words.columns.category, words.allCategories),
      select("object", words.columns.object, words.allObjects),
      state,
    ],
    chips: chosen,
    clearHref: paths.documents(projectId),
  };
}

function presentRow(
  row: ListedDocument,
  projectId: number,
  rights: DocumentRights,
  { locals: { texts, formats } }: Response,
) {
  const { documents: words } = texts;
  return {
    title: shownTitle(row, rights, words.personalTitle),
    href: canOpen(row, rights) ? paths.document(projectId, row.id) : null,
    marks: marksOf(row, words),
    object: { label: objectLabel(row, texts), href: objectHref(row, projectId, rights) },
    category: categoryWord(row.category, texts),
    version: words.versionNumber(row.versionCount),
    size: `${typeWord(row.mediaType, texts)}, ${formats.bytes(row.byteCount)}`,
    uploaded: formats.dateTime(row.uploadedAt),
    by: row.uploadedByName ?? texts.history.system,
  };
}

function emptyState(
  res: Response,
  view: DocumentListView,
  add: { href: string; label: string; icon: string },
) {
  const { documents: words } = res.locals.texts;
  const isNarrowed = Object.values(view).some((one) => one !== "");
  if (isNarrowed) {
    const clear = { href: paths.documents(projectOf(res).id), label: words.nothingMatches.clear };
    return { text: words.nothingMatches.text, icon: "filter", action: clear };
  }
  const action = can(res, "document:edit") ? { action: add } : {};
  return { ...words.empty, icon: "paperclip", ...action };
}

export function documentSheet(
  rows: ListedDocument[],
  rights: DocumentRights,
  { texts, formats }: Response["locals"],
): WorkbookSheet<ListedDocument> {
  const { title, columns, personalTitle } = texts.documents;
  return {
    name: title,
    rows,
    columns: [
      {
        header: columns.title,
        type: "text",
        value: (row) => shownTitle(row, rights, personalTitle),
        width: 60,
      },
      { header: columns.object, type: "text", value: (row) => objectLabel(row, texts), width: 50 },
      { header: columns.category, type: "text", value: (row) => categoryWord(row.category, texts) },
      { header: columns.version, type: "number", value: (row) => row.versionCount },
      { header: columns.size, type: "text", value: (row) => formats.bytes(row.byteCount) },
      {
        header: columns.uploadedAt,
        type: "text",
        value: (row) => formats.dateTime(row.uploadedAt),
      },
      { header: columns.uploadedBy, type: "text", value: (row) => row.uploadedByName },
    ],
  };
}
