import type { Response } from "express";
import type { DocumentLine } from "../../../../db/queries/documents.ts";
import type {
  RequiredDocument,
  RequirementSubject,
} from "../../../../db/queries/required-documents.ts";
import { can } from "../../../access/allow.ts";
import { projectOf } from "../../../access/project-of.ts";
import { paths } from "../../../paths.ts";
import { documentTabs } from "../../../web/document-tabs.ts";
import { presentPagination } from "../../../web/pagination.ts";
import { withQuery } from "../../../web/query-string.ts";
import type { WorkbookSheet } from "../../../web/workbook.ts";
import { documentRights } from "../../documents/presenter.ts";
import { canOpen } from "../../documents/rules.ts";
import { objectHref, objectLabel } from "../../documents/words.ts";
import { requirementSubjects } from "../rules.ts";
import type { RequiredListView } from "../schema.ts";

type Protection = Pick<DocumentLine, "id" | "isPersonal" | "isSignedOriginal">;

export interface Checklist {
  rows: RequiredDocument[];
  counts: { subject: RequirementSubject; owed: number; missing: number }[];
  protections: Protection[];
  page: number;
}

export function presentChecklist(res: Response, list: Checklist, view: RequiredListView) {
  const { texts, formats } = res.locals;
  const { id: projectId } = projectOf(res);
  const { documentRequirements: words } = texts;
  const sums = sumsOf(list.counts, null);
  const chosen = sumsOf(list.counts, view.subject || null);
  const total = view.show === "all" ? chosen.owed : chosen.missing;
  return {
    pageHeader: {
      title: texts.documents.title,
      subtitle: words.summary(sums.owed - sums.missing, sums.owed),
      actions: {
        primary: null,
        more: [
          {
            href: listHref(projectId, view, { format: "xlsx" }),
            label: words.xlsx,
            icon: "file-spreadsheet",
          },
        ],
      },
    },
    tabs: documentTabs("required", projectId, sums.missing, { texts, formats }),
    filterBar: presentFilter(projectId, view, list.counts, res),
    columns: words.columns,
    rows: list.rows.map((row) => presentRow(res, row, list.protections)),
    emptyState: total > 0 ? null : emptyState(projectId, view, sums.owed, res),
    pagination: presentPagination({
      ...{ page: list.page, total, summary: words.count(total) },
      href: (page) => listHref(projectId, view, { page: page === 1 ? null : page }),
    }),
  };
}

export function listHref(
  projectId: number,
  view: RequiredListView,
  other: Record<string, string | number | null> = {},
): string {
  return withQuery(paths.requiredDocuments(projectId), { ...view, ...other });
}

function sumsOf(counts: Checklist["counts"], subject: RequirementSubject | null) {
  const counted = counts.filter((one) => subject === null || one.subject === subject);
  return {
    owed: counted.reduce((sum, { owed }) => sum + owed, 0),
    missing: counted.reduce((sum, { missing }) => sum + missing, 0),
  };
}

function presentFilter(
  projectId: number,
  view: RequiredListView,
  counts: Checklist["counts"],
  { locals: { texts, formats } }: Response,
) {
  const { documentRequirements: words } = texts;
  const select = (name: "subject" | "show", label: string, options: object[]) => ({
    ...{ type: "select" as const, name, label, value: view[name], options, isAutosubmit: true },
  });
  const subjects = requirementSubjects
    .filter((subject) => counts.some((one) => one.subject === subject))
    .map((value) => ({
      value,
      label: `${words.subjects[value]} (${formats.number(sumsOf(counts, value).missing)})`,
    }));
  return {
    action: paths.requiredDocuments(projectId),
    fields: [
      select("show", words.show.label, [
        { value: "", label: words.show.missing },
        { value: "all", label: words.show.all },
      ]),
      select("subject", words.columns.object, [
        { value: "", label: words.allSubjects },
        ...subjects,
      ]),
    ],
    chips:
      view.subject === ""
        ? []
        : [
            {
              label: words.subjects[view.subject],
              href: listHref(projectId, view, { subject: null }),
            },
          ],
    clearHref: paths.requiredDocuments(projectId),
  };
}

function presentRow(res: Response, row: RequiredDocument, protections: Protection[]) {
  const { texts, formats } = res.locals;
  const { documentRequirements: words } = texts;
  const { id: projectId } = projectOf(res);
  const { objectType, objectId, label, requirementId, waiverId } = row;
  const of = { objectType, objectId, objectLabel: label };
  const state = stateOf(row);
  const slot = { objectType, objectId, requirementId };
  const isOpen = state === "missing" && can(res, "document:edit");
  const name = nameOf(row, res.locals.language);
  return {
    name,
    object: objectLabel(of, texts),
    objectHref: objectHref(of, projectId, documentRights(res)),
    owedOn: formats.date(row.owedOn),
    pill: { ...LOOKS[state], label: words.states[state] },
    reason: row.waiver,
    document: documentHref(res, row, protections),
    upload: isOpen
      ? {
          href: withQuery(paths.newDocument(projectId), slot),
          label: words.upload,
          name: `${words.upload}: ${name}`,
        }
      : null,
    waive: isOpen
      ? {
          href: withQuery(paths.newDocumentWaiver(projectId), slot),
          label: words.waive,
          name: `${words.waive}: ${name}`,
        }
      : null,
    unwaive:
      state === "waived" && waiverId !== null && can(res, "document:edit")
        ? { action: paths.documentWaiverRemoval(projectId, waiverId), label: words.unwaive }
        : null,
  };
}

type State = "missing" | "present" | "waived";

const LOOKS: Record<State, { tone: "red" | "green" | "grey"; icon: string }> = {
  missing: { tone: "red", icon: "alert-circle" },
  present: { tone: "green", icon: "circle-check" },
  waived: { tone: "grey", icon: "circle-minus" },
};

function stateOf({ documentId, waiver }: RequiredDocument): State {
  if (documentId !== null) return "present";
  return waiver === null ? "missing" : "waived";
}

function nameOf({ nameCs, nameEn }: RequiredDocument, language: string): string {
  return language === "cs" ? nameCs : nameEn;
}

/** The paper itself, for whoever may open it. */
function documentHref(
  res: Response,
  { documentId }: RequiredDocument,
  protections: Protection[],
): { href: string; label: string } | null {
  const found = protections.find(({ id }) => id === documentId);
  if (!found || !canOpen(found, documentRights(res))) return null;
  return {
    href: paths.document(projectOf(res).id, found.id),
    label: res.locals.texts.documentRequirements.open,
  };
}

function emptyState(projectId: number, view: RequiredListView, owed: number, res: Response) {
  const { documentRequirements: words } = res.locals.texts;
  if (owed === 0) return { ...words.nothingOwed, icon: "checklist" };
  if (view.subject === "") return { ...words.complete, icon: "circle-check" };
  const clear = { href: paths.requiredDocuments(projectId), label: words.clear };
  return { text: words.completeHere, icon: "circle-check", action: clear };
}

export function checklistSheet(
  rows: RequiredDocument[],
  { texts, language }: Response["locals"],
): WorkbookSheet<RequiredDocument> {
  const { documentRequirements: words } = texts;
  return {
    name: words.title,
    rows,
    columns: [
      {
        ...{ header: words.columns.name, type: "text", width: 50 },
        value: (row) => nameOf(row, language),
      },
      {
        ...{ header: words.columns.object, type: "text", width: 60 },
        value: (row) => objectLabel({ objectType: row.objectType, objectLabel: row.label }, texts),
      },
      { header: words.columns.owedOn, type: "day", value: (row) => row.owedOn },
      { header: words.columns.state, type: "text", value: (row) => words.states[stateOf(row)] },
      { header: words.columns.reason, type: "text", value: (row) => row.waiver },
    ],
  };
}
