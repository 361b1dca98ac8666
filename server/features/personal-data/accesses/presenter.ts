import type { LoggedAccess } from "../../../../db/queries/personal-data-accesses.ts";
import { paths } from "../../../paths.ts";
import type { Formats } from "../../../texts/formats.ts";
import type { Texts } from "../../../texts/index.ts";
import type { FieldOption } from "../../../web/form-fields.ts";
import { PAGE_SIZE } from "../../../web/pagination.ts";
import { withQuery } from "../../../web/query-string.ts";
import { accessActions } from "../rules.ts";
import type { AccessView } from "./routes.ts";

interface Wording {
  texts: Texts;
  formats: Formats;
}

interface Named {
  id: number;
  name: string;
}

const href = ({ before: _, ...view }: AccessView, other: Record<string, string | number | null>) =>
  withQuery(paths.personalDataAccesses(), { ...view, ...other });

export function presentAccesses(
  found: LoggedAccess[],
  choices: { people: Named[]; projects: Named[] },
  view: AccessView,
  { texts, formats }: Wording,
) {
  const { accesses: words } = texts.personalData;
  const rows = found.slice(0, PAGE_SIZE);
  const isOlder = found.length > PAGE_SIZE;
  return {
    pageHeader: { title: words.title, subtitle: words.subtitle },
    filterBar: presentFilters(choices, view, texts),
    columns: words.columns,
    rows: rows.map((row) => ({
      when: formats.dateTime(row.at),
      who: row.userName ?? texts.history.system,
      what: words.actions[row.action],
      whom: row.code ?? (row.personCount === null ? "" : words.persons(row.personCount)),
      project: row.projectName ?? "",
      where: row.route,
    })),
    emptyState: rows.length > 0 ? null : { text: words.nothing, icon: "eye" },
    newest: view.before ? { href: href(view, {}), label: texts.auditEvents.newest } : null,
    older: isOlder
      ? { href: href(view, { before: rows.at(-1)?.id ?? null }), label: texts.auditEvents.older }
      : null,
  };
}

function presentFilters(
  choices: { people: Named[]; projects: Named[] },
  view: AccessView,
  { personalData }: Texts,
) {
  const { filters, actions } = personalData.accesses;
  const named = (list: Named[]) => list.map(({ id, name }) => ({ value: String(id), label: name }));
  const options: Record<"person" | "project" | "action", FieldOption[]> = {
    person: named(choices.people),
    project: named(choices.projects),
    action: accessActions.map((value) => ({ value, label: actions[value] })),
  };
  const names = ["person", "project", "action"] as const;
  const chips = names.flatMap((name) => {
    const chosen = options[name].find(({ value }) => value === String(view[name]));
    return chosen ? [{ label: chosen.label, href: href(view, { [name]: null }) }] : [];
  });
  return {
    action: paths.personalDataAccesses(),
    fields: names.map((name) => ({
      type: "select" as const,
      name,
      label: filters[name],
      value: String(view[name] ?? ""),
      options: [{ value: "", label: filters.any }, ...options[name]],
      isAutosubmit: true,
    })),
    chips,
    clearHref: chips.length > 1 ? paths.personalDataAccesses() : null,
  };
}
