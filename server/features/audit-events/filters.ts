import { paths } from "../../paths.ts";
import type { Formats } from "../../texts/formats.ts";
import type { Texts } from "../../texts/index.ts";
import type { FieldOption } from "../../web/form-fields.ts";
import { withQuery } from "../../web/query-string.ts";
import type { AuditView } from "./schema.ts";

export interface Choices {
  people: { id: number; name: string }[];
  projects: { id: number; name: string }[];
}

/** Address of the log narrowed in this way; a changed filter begins with the newest events again. */
export function auditHref(
  { before, ...view }: AuditView,
  changes: Record<string, string | number | null>,
): string {
  return withQuery(paths.audit(), { ...view, ...changes });
}

export function presentAuditFilters(
  view: AuditView,
  choices: Choices,
  { texts, formats }: { texts: Texts; formats: Formats },
) {
  const labels = texts.auditEvents.filters;
  const select = (name: keyof AuditView, label: string, options: FieldOption[]) => ({
    type: "select" as const,
    name,
    label,
    value: String(view[name] ?? ""),
    options: [{ value: "", label: labels.any }, ...options],
  });
  const day = (name: "from" | "until", label: string) => ({
    type: "date" as const,
    name,
    label,
    value: view[name] ?? "",
  });
  const people = optionsOf(choices.people);
  const projects = optionsOf(choices.projects);
  const actions = actionOptions(texts);
  const denied = [{ value: "denied", label: labels.denied }];
  const chips = presentChips(view, { people, projects, actions, denied }, { texts, formats });
  return {
    action: paths.audit(),
    fields: [
      select("person", labels.person, people),
      select("project", labels.project, projects),
      select("action", labels.action, actions),
      select("outcome", labels.outcome, denied),
      day("from", labels.from),
      day("until", labels.until),
    ],
    chips,
    clearHref: chips.length > 1 ? paths.audit() : null,
  };
}

function optionsOf(records: { id: number; name: string }[]): FieldOption[] {
  return records.map(({ id, name }) => ({ value: String(id), label: name }));
}

/** Every action that has words, by those words: the texts of each noun name their own. */
function actionOptions(texts: Texts): FieldOption[] {
  const modules = Object.values(texts) as { history?: Record<string, string> }[];
  return modules
    .flatMap(({ history = {} }) => Object.entries(history))
    .filter(([action]) => action.includes("."))
    .map(([value, label]) => ({ value, label }))
    .sort((one, other) => one.label.localeCompare(other.label, "cs"));
}

function presentChips(
  view: AuditView,
  options: Record<"people" | "projects" | "actions" | "denied", FieldOption[]>,
  { texts, formats }: { texts: Texts; formats: Formats },
) {
  const labels = texts.auditEvents.filters;
  const chosen = (list: FieldOption[], value: string | number | undefined) =>
    list.find((option) => option.value === String(value))?.label;
  const texted: [keyof AuditView, string | undefined][] = [
    ["person", chosen(options.people, view.person)],
    ["project", chosen(options.projects, view.project)],
    ["action", chosen(options.actions, view.action)],
    ["outcome", chosen(options.denied, view.outcome)],
    ["from", view.from && `${labels.from} ${formats.date(view.from)}`],
    ["until", view.until && `${labels.until} ${formats.date(view.until)}`],
  ];
  return texted
    .filter((chip): chip is [keyof AuditView, string] => Boolean(chip[1]))
    .map(([name, label]) => ({ label, href: auditHref(view, { [name]: null }) }));
}
