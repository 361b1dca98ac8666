import type { FilterOption } from "../../../../db/queries/project-filter-options.ts";
import { paths } from "../../../paths.ts";
import type { Texts } from "../../../texts/index.ts";
import type { Field, FieldOption } from "../../../web/form-fields.ts";
import { withQuery } from "../../../web/query-string.ts";
import { healths, phases } from "../rules.ts";
import type { ProjectListView } from "./schema.ts";

/** Null until somebody opens the further filters or has chosen one of them. */
export type FilterOptions = FilterOption[] | null;

/** Whether the page needs the options of the further filters at all; the plain list does without. */
export function needsOptions(view: ProjectListView): boolean {
  return view.more || Boolean(view.programme || view.department || view.manager);
}

/** Address of the list narrowed in this way; plain values are left out. */
export function listHref(
  view: ProjectListView,
  changes: Partial<Record<string, string | number | null>> = {},
): string {
  const sort = view.sort === "name" ? "" : view.sort;
  const { sort: newSort, ...others } = changes;
  const chosenSort = newSort === undefined ? sort : newSort === "name" ? "" : newSort;
  return withQuery(paths.projects(), { ...view, sort: chosenSort, ...others });
}

export function presentProjectFilters(
  view: ProjectListView,
  options: FilterOptions,
  { projects }: Texts,
) {
  const texts = projects.filters;
  const chips = presentChips(view, options, projects);
  return {
    action: paths.projects(),
    search: { name: "q", value: view.q, label: texts.search, placeholder: texts.searchHint },
    hidden: view.sort === "name" ? [] : [{ name: "sort", value: view.sort }],
    fields: [
      select(
        "health",
        texts.health,
        view.health,
        [
          ...healths.map((health) => ({ value: health, label: projects.healths[health] })),
          { value: "none", label: projects.healths.none },
        ],
        texts.any,
      ),
      select(
        "phase",
        texts.phase,
        view.phase,
        phases.map((phase) => ({ value: phase, label: projects.phases[phase] })),
        texts.any,
      ),
      checkbox("mine", texts.mine, view.mine),
      checkbox("favourite", texts.favourite, view.favourite),
      ...(options ? furtherFields(view, options, projects) : []),
    ],
    moreHref: options ? null : listHref(view, { more: "true" }),
    chips,
    clearHref: chips.length > 1 ? listHref(cleared(view)) : null,
  };
}

function furtherFields(
  view: ProjectListView,
  options: FilterOption[],
  projects: Texts["projects"],
) {
  const texts = projects.filters;
  const of = (kind: FilterOption["kind"]) =>
    options
      .filter((option) => option.kind === kind)
      .toSorted((a, b) => (a.sortKey < b.sortKey ? -1 : 1));
  return [
    select("programme", texts.programme, view.programme, of("programme"), texts.any),
    select("department", texts.department, view.department, of("department"), texts.any),
    select("manager", texts.manager, view.manager, of("manager"), texts.any),
    checkbox("archived", texts.archived, view.archived),
  ];
}

function cleared(view: ProjectListView): ProjectListView {
  return {
    q: "",
    phase: undefined,
    health: undefined,
    programme: undefined,
    department: undefined,
    manager: undefined,
    mine: false,
    favourite: false,
    archived: false,
    more: false,
    sort: view.sort,
  };
}

function presentChips(view: ProjectListView, options: FilterOptions, projects: Texts["projects"]) {
  const texts = projects.filters;
  const managerName = options?.find(
    (option) => option.kind === "manager" && option.value === String(view.manager),
  )?.label;
  const chips: [keyof ProjectListView, string | undefined | false][] = [
    ["q", view.q !== "" && texts.textChip(view.q)],
    ["health", view.health && projects.healths[view.health]],
    ["phase", view.phase && projects.phases[view.phase]],
    ["programme", view.programme],
    ["department", view.department],
    ["manager", view.manager ? (managerName ?? texts.manager) : undefined],
    ["mine", view.mine && texts.mine],
    ["favourite", view.favourite && texts.favourite],
    ["archived", view.archived && texts.archived],
  ];
  return chips
    .filter((chip): chip is [keyof ProjectListView, string] => Boolean(chip[1]))
    .map(([name, label]) => ({ label, href: listHref(view, { [name]: null }) }));
}

function select(
  name: string,
  label: string,
  chosen: string | number | undefined,
  options: FieldOption[],
  any: string,
): Field {
  return {
    type: "select",
    name,
    label,
    value: chosen === undefined ? "" : String(chosen),
    options: [{ value: "", label: any }, ...options],
  };
}

function checkbox(name: string, label: string, isChecked: boolean): Field {
  return { type: "checkbox", name, label, value: "", isChecked };
}
