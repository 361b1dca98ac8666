import type { ActivityName } from "../../../../db/queries/activities.ts";
import type { StateCounts } from "../../../../db/queries/milestone-list.ts";
import type { PossibleOwner } from "../../../../db/queries/owners.ts";
import { paths } from "../../../paths.ts";
import { ownerKey } from "../../../values/owner.ts";
import type { FieldOption } from "../../../web/form-fields.ts";
import { withQuery } from "../../../web/query-string.ts";
import { activityCode, inTreeOrder } from "../../activities/rules.ts";
import { milestoneKinds } from "../rules.ts";
import type { Wording } from "../words.ts";
import { groupings, listStates, type MilestoneListView } from "./schema.ts";

export interface FilterChoices {
  projectId: number;
  activities: ActivityName[];
  owners: PossibleOwner[];
}

/** The address of the list as it is, with some parts of it changed. */
export function listHref(
  projectId: number,
  view: MilestoneListView,
  other: Record<string, string | number | null> = {},
): string {
  const { state, group, sort, ...filter } = view;
  return withQuery(paths.milestones(projectId), {
    ...filter,
    state: state === "unfinished" ? null : state,
    group: group === "none" ? null : group,
    sort: sort === "due" ? null : sort,
    ...other,
  });
}

export function isNarrowed({ kind, activity, owner, from, to }: MilestoneListView): boolean {
  return [kind, activity, owner, from, to].some((one) => one !== "");
}

export function presentStateTabs(
  projectId: number,
  view: MilestoneListView,
  counts: StateCounts,
  { texts, formats }: Wording,
) {
  return listStates.map((state) => ({
    href: listHref(projectId, view, { state: state === "unfinished" ? null : state }),
    label: texts.milestones.tabs[state],
    count: formats.number(counts[state]),
    isCurrent: view.state === state,
    ...(state === "overdue" && counts.overdue > 0 ? { tone: "red" } : {}),
  }));
}

export function presentMilestoneFilters(
  choices: FilterChoices,
  view: MilestoneListView,
  wording: Wording,
) {
  const { texts } = wording;
  const { filter, groups } = texts.milestones;
  const options = filterOptions(choices, wording);
  const select = (name: "kind" | "activity" | "owner") => ({
    type: "select" as const,
    name,
    label: filter[name],
    value: view[name],
    options: [{ value: "", label: filter.any }, ...options[name]],
    isAutosubmit: true,
  });
  const { projectId } = choices;
  return {
    action: paths.milestones(projectId),
    hidden: [
      { name: "state", value: view.state },
      { name: "sort", value: view.sort },
    ],
    fields: [select("kind"), select("activity"), select("owner"), groupField(view, filter, groups)],
    more: [
      { type: "date" as const, name: "from", label: filter.from, value: view.from },
      { type: "date" as const, name: "to", label: filter.to, value: view.to },
    ],
    isMoreOpen: false,
    chips: presentChips(projectId, view, options, wording),
    clearHref: listHref(projectId, { ...view, ...NO_FILTER }),
  };
}

const NO_FILTER = { kind: "", activity: "", owner: "", from: "", to: "" } as const;

function groupField(
  view: MilestoneListView,
  filter: { group: string },
  groups: Record<MilestoneListView["group"], string>,
) {
  return {
    type: "select" as const,
    name: "group",
    label: filter.group,
    value: view.group,
    options: groupings.map((value) => ({ value, label: groups[value] })),
    isAutosubmit: true,
  };
}

function filterOptions({ activities, owners }: FilterChoices, { texts }: Wording) {
  const { kinds, filter } = texts.milestones;
  const parentNumber = (parentId: number | null) =>
    activities.find(({ id }) => id === parentId)?.number ?? null;
  return {
    kind: milestoneKinds.map((value): FieldOption => ({ value, label: kinds[value] })),
    activity: [
      ...inTreeOrder(activities).map((one): FieldOption => {
        const code = activityCode({ ...one, parentNumber: parentNumber(one.parentId) });
        return { value: String(one.id), label: `${code} ${one.title}` };
      }),
      { value: "none", label: filter.noActivity },
    ],
    owner: [
      ...owners.map((one): FieldOption => ({ value: ownerKey(one), label: one.name })),
      { value: "nobody", label: texts.owners.without },
    ],
  };
}

function presentChips(
  projectId: number,
  view: MilestoneListView,
  options: Record<"kind" | "activity" | "owner", FieldOption[]>,
  { texts, formats }: Wording,
) {
  const { filter } = texts.milestones;
  const chips: { label: string; href: string }[] = [];
  for (const name of ["kind", "activity", "owner"] as const) {
    const chosen = options[name].find(({ value }) => value === view[name]);
    if (chosen)
      chips.push({ label: chosen.label, href: listHref(projectId, view, { [name]: null }) });
  }
  if (view.from) {
    const label = filter.fromChip(formats.date(view.from));
    chips.push({ label, href: listHref(projectId, view, { from: null }) });
  }
  if (view.to) {
    const label = filter.toChip(formats.date(view.to));
    chips.push({ label, href: listHref(projectId, view, { to: null }) });
  }
  return chips;
}
