import type { LoggedStaffAccess } from "../../../../db/queries/staff-data-accesses.ts";
import { PAGE_SIZE } from "../../../web/pagination.ts";
import { withQuery } from "../../../web/query-string.ts";
import type { Wording } from "../words.ts";
import { pageKindOf } from "./rules.ts";

interface Named {
  id: number;
  name: string;
}

export interface StaffAccessView {
  person?: number | undefined;
  project?: number | undefined;
  before?: number | undefined;
}

export interface StaffAccessPage {
  address: string;
  found: LoggedStaffAccess[];
  people: Named[];
  /** Null within one project. */
  projects: Named[] | null;
  header: { title: string; subtitle?: string; tabs?: object | undefined };
}

export function presentStaffAccesses(
  page: StaffAccessPage,
  view: StaffAccessView,
  { texts, formats }: Pick<Wording, "texts" | "formats">,
) {
  const { staffAccesses: words, auditEvents } = texts;
  const rows = page.found.slice(0, PAGE_SIZE);
  const isOlder = page.found.length > PAGE_SIZE;
  const older = { before: rows.at(-1)?.id };
  return {
    pageHeader: page.header,
    filterBar: presentFilters(page, view, { texts }),
    columns: words.columns,
    rows: rows.map((row) => ({
      when: formats.dateTime(row.happenedAt),
      who: row.userName,
      what: words.pages[pageKindOf(row.page)],
      where: row.page,
      project: page.projects === null ? null : row.projectName,
    })),
    emptyState: rows.length > 0 ? null : { text: words.nothing, icon: "eye" },
    newest: view.before ? { href: hrefOf(page, view, {}), label: auditEvents.newest } : null,
    older: isOlder ? { href: hrefOf(page, view, older), label: auditEvents.older } : null,
  };
}

function hrefOf(page: StaffAccessPage, view: StaffAccessView, other: StaffAccessView): string {
  const { person = null, project = null, before = null } = { ...view, before: undefined, ...other };
  return withQuery(page.address, { person, project, before });
}

function presentFilters(
  page: StaffAccessPage,
  view: StaffAccessView,
  { texts }: Pick<Wording, "texts">,
) {
  const { filters } = texts.staffAccesses;
  const choices = [
    { name: "person" as const, of: page.people },
    ...(page.projects ? [{ name: "project" as const, of: page.projects }] : []),
  ];
  const chips = choices.flatMap(({ name, of }) => {
    const chosen = of.find(({ id }) => id === view[name]);
    const href = hrefOf(page, view, { [name]: undefined });
    return chosen ? [{ label: chosen.name, href }] : [];
  });
  return {
    action: page.address,
    fields: choices.map(({ name, of }) => ({
      type: "select" as const,
      name,
      label: filters[name],
      value: String(view[name] ?? ""),
      options: [
        { value: "", label: filters.any },
        ...of.map((one) => ({ value: String(one.id), label: one.name })),
      ],
      isAutosubmit: true,
    })),
    chips,
    clearHref: chips.length > 1 ? page.address : null,
  };
}
