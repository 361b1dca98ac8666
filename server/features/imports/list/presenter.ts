import type { Response } from "express";
import type { Import, ImportLine } from "../../../../db/queries/imports.ts";
import { can } from "../../../access/allow.ts";
import { projectOf } from "../../../access/project-of.ts";
import { paths } from "../../../paths.ts";
import type { Texts } from "../../../texts/index.ts";
import type { FormState } from "../../../web/form.ts";
import { presentFormPage } from "../../../web/form-page.ts";
import { presentPagination } from "../../../web/pagination.ts";
import { withQuery } from "../../../web/query-string.ts";
import { kinds } from "../kinds/all.ts";
import { type ImportName, importKinds } from "../rules.ts";

const TONES = {
  reading: "grey",
  read: "yellow",
  applied: "green",
  undone: "grey",
  dropped: "grey",
};

export function statePill(state: Import["state"], { imports }: Texts) {
  return { tone: TONES[state], label: imports.states[state] };
}

export function presentImports(
  res: Response,
  list: { rows: ImportLine[]; total: number; page: number },
) {
  const { texts, formats } = res.locals;
  const { id } = projectOf(res);
  const { imports: words } = texts;
  const add = { href: paths.newImport(id), label: words.add, icon: "upload" };
  const primary = can(res, "import:run") ? add : null;
  const mayOpen = ({ kind }: ImportLine) => can(res, kinds[kind as ImportName].permission);
  return {
    pageHeader: { title: words.title, subtitle: words.subtitle, actions: { primary } },
    columns: words.columns,
    rows: list.rows.map((row) => ({
      name: row.fileName,
      href: mayOpen(row) ? paths.import(id, row.id) : null,
      kind: words.kinds[row.kind as ImportName],
      pill: statePill(row.state, texts),
      result: row.state === "applied" ? words.resultLine(row.created, row.changed, row.failed) : "",
      readAt: formats.dateTime(row.readAt),
      readBy: row.readByName ?? texts.history.system,
    })),
    emptyState:
      list.total > 0
        ? null
        : { ...words.empty, icon: "upload", ...(primary ? { action: primary } : {}) },
    pagination: presentPagination({
      page: list.page,
      total: list.total,
      summary: words.count(list.total),
      href: (page) => withQuery(paths.imports(id), { page: page === 1 ? null : page }),
    }),
  };
}

/** Kinds of tables whose records the viewer may write here. */
function kindsFor(res: Response): ImportName[] {
  return importKinds.filter((name) => can(res, kinds[name].permission));
}

export function presentNewImport(state: FormState, projectId: number, res: Response) {
  const { texts } = res.locals;
  const { imports: words } = texts;
  const page = presentFormPage(
    {
      title: words.newTitle,
      lead: words.newLead,
      action: paths.imports(projectId),
      submit: words.read,
      cancel: { href: paths.imports(projectId) },
      sections: [
        {
          rows: [
            {
              type: "radios",
              name: "kind",
              label: words.fields.kind,
              isRequired: true,
              options: kindsFor(res).map((value) => ({ value, label: words.kinds[value] })),
            },
            {
              type: "file",
              name: "file",
              label: words.fields.file,
              hint: words.fileHint,
              accept: ".xlsx,.csv,.txt",
              isRequired: true,
            },
          ],
        },
      ],
    },
    state,
    texts,
  );
  return { ...page, enctype: "multipart/form-data" };
}
