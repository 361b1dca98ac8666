import type { Response } from "express";
import type { HistoryLine } from "../../../../db/queries/audit-events.ts";
import type { DocumentVersion } from "../../../../db/queries/document-versions.ts";
import type { DocumentLine } from "../../../../db/queries/documents.ts";
import { can } from "../../../access/allow.ts";
import { projectOf } from "../../../access/project-of.ts";
import { paths } from "../../../paths.ts";
import { canBePreviewed } from "../../../values/document-file.ts";
import { presentHistory } from "../../../web/history-list.ts";
import { lastDayInArchive } from "../archive/service.ts";
import { documentRights, marksOf } from "../presenter.ts";
import { categoryWord, objectHref, objectLabel, typeWord } from "../words.ts";

export interface DocumentPage {
  document: DocumentLine;
  record: { label: string | null } | undefined;
  versions: DocumentVersion[];
  history: HistoryLine[];
}

export function presentDocument(res: Response, page: DocumentPage) {
  const { texts, formats } = res.locals;
  const { document, versions } = page;
  const { documents: words } = texts;
  const projectId = projectOf(res).id;
  return {
    pageHeader: presentHeader(res, document),
    labels: words.show,
    notice: archiveNotice(res, document),
    definitionList: presentFacts(res, page),
    versions: versions.map((version) => {
      const { id, number, originalName, note } = version;
      const isThere = version.fileRemovedAt === null;
      const isShown = isThere && canBePreviewed(version.mediaType);
      return {
        title: words.versionNumber(number),
        isCurrent: number === document.versionCount,
        name: originalName,
        note,
        facts: `${typeWord(version.mediaType, texts)} · ${formats.bytes(version.byteCount)}`,
        by: words.show.by(
          version.uploadedByName ?? texts.history.system,
          formats.dateTime(version.uploadedAt),
        ),
        gone: isThere ? null : words.show.fileGone,
        download: isThere
          ? {
              href: paths.documentVersion(projectId, document.id, id),
              label: words.download,
              name: `${words.download}: ${words.versionNumber(number)}`,
            }
          : null,
        preview: isShown
          ? {
              href: paths.documentPreview(projectId, document.id, id),
              label: words.preview,
              name: `${words.preview}: ${words.versionNumber(number)}`,
            }
          : null,
      };
    }),
    historyList: presentHistory(page.history, { texts, formats }),
  };
}

function presentHeader(res: Response, document: DocumentLine) {
  const { texts } = res.locals;
  const { documents: words } = texts;
  const projectId = projectOf(res).id;
  const mayEdit = can(res, "document:edit") && document.archivedAt === null;
  const replace = {
    href: paths.newDocumentVersion(projectId, document.id),
    label: words.replace,
    icon: "upload",
  };
  const more = [
    { href: paths.editDocument(projectId, document.id), label: words.edit, icon: "pencil" },
    {
      href: paths.documentArchive(projectId, document.id),
      label: words.archive,
      icon: "archive",
      method: "post" as const,
      isDanger: true,
    },
  ];
  return {
    code: categoryWord(document.category, texts),
    title: document.title,
    actions: { primary: mayEdit ? replace : null, more: mayEdit ? more : [] },
  };
}

function archiveNotice(res: Response, { id, archivedAt }: DocumentLine) {
  if (archivedAt === null) return null;
  const { texts, formats, today } = res.locals;
  const { documents: words } = texts;
  const until = lastDayInArchive(archivedAt);
  const mayRestore = can(res, "document:edit") && today <= until;
  return {
    text: words.show.archivedUntil(formats.date(until)),
    restoration: mayRestore
      ? { action: paths.documentRestoration(projectOf(res).id, id), label: words.restore }
      : null,
  };
}

function presentFacts(res: Response, { document, record, versions }: DocumentPage) {
  const { texts, formats } = res.locals;
  const { show } = texts.documents;
  const hangsOn = { ...document, objectLabel: record?.label ?? null };
  const href = objectHref(hangsOn, projectOf(res).id, documentRights(res));
  const marks = marksOf(document, texts.documents);
  const label = record
    ? objectLabel({ objectType: document.objectType, objectLabel: record.label }, texts)
    : texts.documents.objects[document.objectType as keyof typeof texts.documents.objects];
  return [
    { term: show.object, text: label, ...(href ? { href } : {}) },
    { term: show.category, text: categoryWord(document.category, texts) },
    ...(marks.length > 0 ? [{ term: show.marks, items: marks }] : []),
    { term: show.type, text: typeWord(document.mediaType, texts) },
    { term: show.size, text: formats.bytes(document.byteCount) },
    { term: show.checksum, text: versions[0]?.sha256 ?? "" },
  ];
}
