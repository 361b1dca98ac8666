import type { Response } from "express";
import type { ListedDocument } from "../../../../db/queries/document-list.ts";
import { projectOf } from "../../../access/project-of.ts";
import { paths } from "../../../paths.ts";
import { documentTabs } from "../../../web/document-tabs.ts";
import { presentPagination } from "../../../web/pagination.ts";
import { withQuery } from "../../../web/query-string.ts";
import { documentRights } from "../presenter.ts";
import { objectHref, objectLabel } from "../words.ts";

interface Pictures {
  rows: ListedDocument[];
  total: number;
  missing: number;
  page: number;
}

/** The grid of `views/documents/pictures.ejs`. */
export function presentPictures(res: Response, { rows, total, missing, page }: Pictures) {
  const { texts, formats } = res.locals;
  const { documents: words } = texts;
  const { id: projectId } = projectOf(res);
  return {
    pageHeader: { title: words.title, subtitle: words.pictures.subtitle },
    tabs: documentTabs("pictures", projectId, missing, { texts, formats }),
    pictures: rows.map((row) => ({
      href: paths.document(projectId, row.id),
      source: paths.documentPreview(projectId, row.id, row.versionId),
      title: row.title,
      object: objectLabel(row, texts),
      objectHref: objectHref(row, projectId, documentRights(res)),
      when: formats.dateTime(row.uploadedAt),
    })),
    emptyState: total > 0 ? null : { ...words.pictures.empty, icon: "paperclip" },
    pagination: presentPagination({
      ...{ page, total, summary: words.count(total) },
      href: (wanted) =>
        withQuery(paths.documentPictures(projectId), { page: wanted === 1 ? null : wanted }),
    }),
  };
}
