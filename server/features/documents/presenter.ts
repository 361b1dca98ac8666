import type { Response } from "express";
import type { Database } from "../../../db/connection.ts";
import type { DocumentLine } from "../../../db/queries/documents.ts";
import { can } from "../../access/allow.ts";
import { viewerOf } from "../../access/project-of.ts";
import { paths } from "../../paths.ts";
import { isPicture } from "../../values/document-file.ts";
import { withQuery } from "../../web/query-string.ts";
import {
  canOpen,
  type DocumentObject,
  type DocumentRights,
  isProtected,
  showsTitle,
} from "./rules.ts";
import { documentsOf } from "./service.ts";
import { categoryWord, typeWord } from "./words.ts";

export interface DocumentBox {
  id: string;
  title: string;
  rows: {
    title: string;
    href: string | null;
    /** A picture that may be shown without being put down as opened. */
    thumbnail: string | null;
    note: string;
    marks: string[];
    when: string;
  }[];
  empty: string;
  add: { href: string; label: string } | null;
}

/**
 * The box with the papers of a record, for `views/documents/_box.ejs`. Needs the project at hand; the papers
 * come from `documentsOf`.
 */
export function presentDocumentBox(
  res: Response,
  of: { objectType: DocumentObject; objectId: number; documents: DocumentLine[] },
): DocumentBox | null {
  const { project, texts } = res.locals;
  if (!project) return null;
  const { objectType, objectId } = of;
  const rights = documentRights(res);
  const { documents: words } = texts;
  return {
    id: `documents-${objectType}-${objectId}`,
    title: words.title,
    rows: of.documents.map((document) => boxRow(document, project.id, rights, res)),
    empty: words.box.empty,
    add: can(res, "document:edit")
      ? {
          href: withQuery(paths.newDocument(project.id), { objectType, objectId }),
          label: words.add,
        }
      : null,
  };
}

/** The same with the papers asked for: one query; null outside a project. */
export async function documentBoxOf(
  db: Database,
  res: Response,
  of: { objectType: DocumentObject; objectId: number },
): Promise<DocumentBox | null> {
  const documents = await documentsOf(db, { ...of, viewerId: viewerOf(res).id });
  return presentDocumentBox(res, { ...of, documents });
}

export function documentRights(res: Response): DocumentRights {
  return {
    readsPersonalData: can(res, "personal-data:read"),
    readsSignedSheets: can(res, "signed-sheet:read"),
  };
}

function boxRow(
  document: DocumentLine,
  projectId: number,
  rights: DocumentRights,
  { locals: { texts, formats } }: Response,
) {
  const { documents: words } = texts;
  const isOpen = canOpen(document, rights);
  const facts = [
    categoryWord(document.category, texts),
    typeWord(document.mediaType, texts),
    formats.bytes(document.byteCount),
    ...(document.versionCount > 1 ? [words.versionNumber(document.versionCount)] : []),
  ];
  return {
    title: shownTitle(document, rights, words.personalTitle),
    href: isOpen ? paths.document(projectId, document.id) : null,
    thumbnail:
      isPicture(document.mediaType) && !isProtected(document)
        ? paths.documentPreview(projectId, document.id, document.versionId)
        : null,
    note: facts.join(" · "),
    marks: marksOf(document, words),
    when: formats.dateTime(document.uploadedAt),
  };
}

export function shownTitle(
  document: DocumentLine,
  rights: DocumentRights,
  instead: string,
): string {
  return showsTitle(document, rights) ? document.title : instead;
}

export function marksOf(
  document: Pick<DocumentLine, "isPersonal" | "isSignedOriginal">,
  words: { signed: string; personal: string },
): string[] {
  return [
    ...(document.isSignedOriginal ? [words.signed] : []),
    ...(document.isPersonal ? [words.personal] : []),
  ];
}
