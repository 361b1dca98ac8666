import { paths } from "../../../paths.ts";
import type { Field, FieldOption } from "../../../web/form-fields.ts";
import { withQuery } from "../../../web/query-string.ts";
import { coverageStates } from "../../card-links/rules.ts";
import { type Wording, yearsOf } from "../words.ts";
import { countValues, isOfYear } from "./rules.ts";
import type { TreeFilter, TreeView } from "./schema.ts";
import type { Tree } from "./service.ts";

/** The address of the tree as it is, with some filters changed. */
export function treeHref(
  planId: number,
  view: Partial<TreeView>,
  other: Record<string, string | null> = {},
): string {
  return withQuery(paths.plan(planId), { ...view, ...other });
}

export function isNarrowed(view: TreeView): boolean {
  return Object.values(view).some((value) => value !== "");
}

export function presentTreeFilters(tree: Tree, wording: Wording) {
  const { filters } = wording.texts.plans.tree;
  const { view } = tree.asked;
  const { id } = tree.plan;
  const fields = LISTED.flatMap((filter) => fieldOf(filter, tree, wording));
  const chosen = fields.flatMap((field) => {
    const option = field.options?.find(({ value }) => value !== "" && value === field.value);
    const label = option && `${field.label}: ${option.label}`;
    return label ? [{ label, href: treeHref(id, view, { [field.name]: null }) }] : [];
  });
  const words = { label: `„${view.q}“`, href: treeHref(id, view, { q: null }) };
  const isMore = (field: Field) => MORE.includes(field.name as TreeFilter);
  return {
    action: paths.plan(id),
    search: { name: "q", value: view.q, label: filters.words },
    fields: fields.filter((field) => !isMore(field)),
    more: fields.filter(isMore),
    isMoreOpen: false,
    chips: view.q === "" ? chosen : [words, ...chosen],
    clearHref: paths.plan(id),
  };
}

const LISTED = ["group", "service", "coverage", "owner", "source", "body", "year"] as const;
const MORE: readonly TreeFilter[] = ["owner", "source", "body", "year"];
type Listed = (typeof LISTED)[number];

/** A choice with how many cards each would show; left out where there is nothing to choose from. */
function fieldOf(filter: Listed, tree: Tree, wording: Wording): Field[] {
  const { filters } = wording.texts.plans.tree;
  const options = OPTIONS[filter](tree, wording);
  const value = tree.asked.view[filter];
  if (options.length === 0 && value === "") return [];
  return [
    {
      ...{ type: "select", name: filter, label: filters[filter], value },
      options: [{ value: "", label: filters.any }, ...options],
      ...{ isAutosubmit: true },
    } as Field,
  ];
}

const OPTIONS: Record<Listed, (tree: Tree, wording: Wording) => FieldOption[]> = {
  group: (tree, wording) => termOptions(tree, "group", "groups", wording),
  source: (tree, wording) => termOptions(tree, "source", "sources", wording),
  body: (tree, wording) => termOptions(tree, "body", "bodies", wording),
  service: (tree, wording) => {
    const counts = countValues(tree.all, tree.asked, "service", ({ services }) => services);
    const { service37 } = wording.texts.plans.tree.filters;
    return tree.names.services.flatMap((one) => {
      const name = wording.formats.language === "cs" ? one.nameCs : one.nameEn;
      return counted(String(one.id), service37(one.section, name), counts, wording);
    });
  },
  year: (tree, wording) => {
    const years = yearsOf([tree.plan, ...tree.all]);
    const within = (card: Tree["all"][number]) => years.filter((year) => isOfYear(card, year));
    const counts = countValues(tree.all, tree.asked, "year", (card) =>
      within(card as Tree["all"][number]),
    );
    return years.flatMap((year) => counted(String(year), String(year), counts, wording));
  },
  coverage: (tree, wording) => {
    const counts = countValues(tree.all, tree.asked, "coverage", ({ coverage }) => [coverage]);
    const coverage = wording.texts.cardLinks.states;
    return coverageStates.flatMap((state) => counted(state, coverage[state], counts, wording));
  },
  owner: ownerOptions,
};

function termOptions(
  tree: Tree,
  filter: "group" | "source" | "body",
  key: "groups" | "sources" | "bodies",
  wording: Wording,
): FieldOption[] {
  const counts = countValues(tree.all, tree.asked, filter, (card) => card[key]);
  return tree.names.terms.flatMap((term) => {
    const label = wording.formats.language === "cs" ? term.labelCs : term.labelEn;
    return counted(String(term.id), label, counts, wording);
  });
}

function ownerOptions(tree: Tree, wording: Wording): FieldOption[] {
  const { filters } = wording.texts.plans.tree;
  const { mine } = tree.asked;
  const counts = countValues(tree.all, tree.asked, "owner", ({ owner }) => {
    const key = owner === "" ? "nobody" : owner;
    return mine.has(owner) ? [key, "mine"] : [key];
  });
  const names = new Map(tree.all.map(({ owner, ownerName }) => [owner, ownerName ?? ""]));
  const people = [...names].filter(([owner]) => owner !== "");
  return [
    ...counted("mine", filters.mine, counts, wording),
    ...counted("nobody", filters.nobody, counts, wording),
    ...people
      .toSorted(([, one], [, other]) => one.localeCompare(other, wording.formats.language))
      .flatMap(([owner, name]) => counted(owner, name, counts, wording)),
  ];
}

/** `Senioři (12)`; what would show nothing is not offered. */
function counted(
  value: string,
  label: string,
  counts: ReadonlyMap<string, number>,
  { texts, formats }: Wording,
): FieldOption[] {
  const count = counts.get(value) ?? 0;
  if (count === 0) return [];
  return [{ value, label: texts.plans.tree.filters.option(label, formats.number(count)) }];
}
