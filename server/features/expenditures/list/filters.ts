import { paths } from "../../../paths.ts";
import type { FieldOption } from "../../../web/form-fields.ts";
import { withQuery } from "../../../web/query-string.ts";
import { activityOptions } from "../../activities/words.ts";
import { expenditureKinds } from "../rules.ts";
import { occasionOptions, type Reader, type Wording } from "../words.ts";
import { type ExpenditureListView, listStates } from "./schema.ts";
import type { ExpenditureList } from "./service.ts";

/** The address of the list as it is, with some parts of it changed. */
export function listHref(
  projectId: number,
  view: ExpenditureListView,
  other: Record<string, string | number | null> = {},
): string {
  const { state, sort, ...filter } = view;
  return withQuery(paths.expenditures(projectId), {
    ...filter,
    state: state === "all" ? null : state,
    sort: sort === "-day" ? null : sort,
    ...other,
  });
}

const NO_FILTER = {
  ...({ q: "", kind: "", line: "", activity: "", period: "" } as const),
  ...({ occasion: "", from: "", to: "", claimable: "" } as const),
};

export function isNarrowed(view: ExpenditureListView): boolean {
  return Object.keys(NO_FILTER).some((name) => view[name as keyof typeof NO_FILTER] !== "");
}

export function presentStateTabs(
  { projectId, sums }: ExpenditureList,
  view: ExpenditureListView,
  { texts, formats }: Wording,
) {
  const countOf = (state: string) => sums.find((sum) => sum.state === state)?.count ?? 0;
  const living = sums.filter(({ state }) => state !== "withdrawn");
  const all = living.reduce((total, { count }) => total + count, 0);
  return listStates
    .map((state) => ({ state, count: state === "all" ? all : countOf(state) }))
    .filter(({ state, count }) => count > 0 || state === "all" || state === view.state)
    .map(({ state, count }) => ({
      href: listHref(projectId, view, { state: state === "all" ? null : state }),
      label: texts.expenditures.tabs[state],
      count: formats.number(count),
      isCurrent: view.state === state,
    }));
}

type Chosen = "line" | "activity" | "period" | "kind" | "occasion";

export function presentExpenditureFilters(
  list: ExpenditureList,
  view: ExpenditureListView,
  wording: Wording,
  reader: Reader,
) {
  const { filter } = wording.texts.expenditures;
  const options = filterOptions(list, view, wording, reader);
  const select = (name: Chosen) => ({
    type: "select" as const,
    name,
    label: filter[name],
    value: view[name],
    options: [{ value: "", label: filter.any }, ...options[name]],
    isAutosubmit: true,
  });
  const { projectId } = list;
  const claimable = { type: "checkbox" as const, name: "claimable", label: filter.claimable };
  return {
    action: paths.expenditures(projectId),
    search: {
      ...{ name: "q", value: view.q, label: filter.search },
      placeholder: filter.searchPlaceholder,
    },
    hidden: [
      { name: "state", value: view.state },
      { name: "sort", value: view.sort },
    ],
    fields: [select("line"), select("activity"), select("period"), select("kind")],
    more: [
      select("occasion"),
      { type: "date" as const, name: "from", label: filter.from, value: view.from },
      { type: "date" as const, name: "to", label: filter.to, value: view.to },
      { ...claimable, value: "true", isChecked: view.claimable !== "" },
    ],
    isMoreOpen: false,
    chips: presentChips(projectId, view, options, wording),
    clearHref: listHref(projectId, { ...view, ...NO_FILTER }),
  };
}

function filterOptions(
  { lines, activities, occasions, periods }: ExpenditureList,
  view: ExpenditureListView,
  wording: Wording,
  reader: Reader,
): Record<Chosen, FieldOption[]> {
  const { kinds, filter, periodName } = wording.texts.expenditures;
  const [, ...ofActivities] = activityOptions(activities, "");
  return {
    line: [...lines, { value: "none", label: filter.noLine }],
    activity: [...ofActivities, { value: "none", label: filter.noActivity }],
    period: [
      ...periods.map(({ id, number }) => ({ value: String(id), label: periodName(number) })),
      { value: "none", label: filter.noPeriod },
    ],
    kind: expenditureKinds.map((value) => ({ value, label: kinds[value] })),
    occasion: occasionOptions(occasions, reader, wording, view.occasion),
  };
}

function presentChips(
  projectId: number,
  view: ExpenditureListView,
  options: Record<Chosen, FieldOption[]>,
  { texts, formats }: Wording,
) {
  const { filter } = texts.expenditures;
  const labels: Partial<Record<keyof ExpenditureListView, string | undefined>> = {
    q: view.q && filter.searchChip(view.q),
    from: view.from && filter.fromChip(formats.date(view.from)),
    to: view.to && filter.toChip(formats.date(view.to)),
    claimable: view.claimable && filter.claimable,
  };
  for (const name of ["line", "activity", "period", "kind", "occasion"] as const)
    labels[name] = options[name].find(({ value }) => value === view[name])?.label;
  return Object.entries(labels)
    .filter(([, label]) => label)
    .map(([name, label]) => ({
      label: label ?? "",
      href: listHref(projectId, view, { [name]: null }),
    }));
}
