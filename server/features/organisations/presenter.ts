import type { Organisation, OrganisationLine } from "../../../db/queries/organisations.ts";
import { paths } from "../../paths.ts";
import type { Texts } from "../../texts/index.ts";
import type { FormState, FormValues } from "../../web/form.ts";
import { presentFormPage } from "../../web/form-page.ts";
import { presentPagination } from "../../web/pagination.ts";
import { withQuery } from "../../web/query-string.ts";
import type { WorkbookSheet } from "../../web/workbook.ts";

export function presentOrganisations(
  list: { rows: OrganisationLine[]; search: string; page: number },
  { texts }: { texts: Texts },
) {
  const { organisations: words } = texts;
  const { rows, search, page } = list;
  const total = Number(rows[0]?.total ?? 0);
  const href = (further: Record<string, string | number>) =>
    withQuery(paths.organisations(), { q: search, ...further });
  return {
    pageHeader: {
      title: words.title,
      subtitle: words.subtitle,
      actions: {
        more: [{ href: href({ format: "xlsx" }), label: words.xlsx, icon: "file-spreadsheet" }],
      },
    },
    filterBar: {
      action: paths.organisations(),
      search: { name: "q", value: search, label: words.search },
      chips: [],
    },
    columns: words.columns,
    organisations: rows.map((row) => ({
      name: row.name,
      ico: row.ico ?? "",
      asBeneficiary: String(row.asBeneficiary),
      asPartner: String(row.asPartner),
      edit: {
        href: paths.editOrganisation(row.id),
        label: words.edit,
        name: words.editOne(row.name),
      },
    })),
    emptyState: rows.length > 0 ? null : emptyState(search, words),
    pagination: presentPagination({
      page,
      total,
      summary: words.count(total),
      href: (wanted) => href(wanted === 1 ? {} : { page: wanted }),
    }),
  };
}

function emptyState(search: string, words: Texts["organisations"]) {
  if (search === "") return { ...words.empty, icon: "building-community" };
  const { text, clear } = words.nothingMatches;
  return { text, icon: "filter", action: { href: paths.organisations(), label: clear } };
}

export function organisationSheet(
  rows: OrganisationLine[],
  { texts }: { texts: Texts },
): WorkbookSheet<OrganisationLine> {
  const { title, columns } = texts.organisations;
  return {
    name: title,
    rows,
    columns: [
      { header: columns.name, type: "text", value: (row) => row.name, width: 60 },
      { header: columns.ico, type: "text", value: (row) => row.ico, width: 12 },
      { header: columns.asBeneficiary, type: "number", value: (row) => row.asBeneficiary },
      { header: columns.asPartner, type: "number", value: (row) => row.asPartner },
    ],
  };
}

export function presentOrganisationForm(state: FormState, id: number, { texts }: { texts: Texts }) {
  const { editTitle, save, fields } = texts.organisations;
  return presentFormPage(
    {
      title: editTitle,
      hidden: ["version"],
      action: paths.organisation(id),
      submit: save,
      cancel: { href: paths.organisations() },
      sections: [
        {
          rows: [
            { type: "text", name: "name", label: fields.name, isRequired: true },
            { type: "text", name: "ico", label: fields.ico, width: "short" },
          ],
        },
      ],
    },
    state,
    texts,
  );
}

export function organisationFormValues(
  organisation: Organisation & { version: number },
): FormValues {
  const { name, ico, version } = organisation;
  return { name, ico: ico ?? "", version: String(version) };
}
