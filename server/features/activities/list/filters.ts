import type { ActivityLine } from "../../../../db/queries/activities.ts";
import { paths } from "../../../paths.ts";
import type { Texts } from "../../../texts/index.ts";
import { ownerKey } from "../../../values/owner.ts";
import { withQuery } from "../../../web/query-string.ts";
import { activityStates } from "../rules.ts";
import type { ActivityList } from "./presenter.ts";
import type { ActivityListView } from "./schema.ts";

/** The filter bar; who may be chosen as an owner is read from the activities themselves. */
export function presentActivityFilters(
  { project, view }: Pick<ActivityList, "project" | "view">,
  living: ActivityLine[],
  texts: Texts,
) {
  const { filter, states } = texts.activities;
  const owners = ownerChoices(living, texts);
  const any = { value: "", label: filter.any };
  const stateOptions = activityStates.map((state) => ({ value: state, label: states[state] }));
  return {
    action: paths.activities(project.id),
    search: { name: "q", value: view.q, label: filter.search },
    fields: [
      {
        type: "select",
        name: "state",
        label: filter.state,
        value: view.state,
        options: [any, ...stateOptions],
        isAutosubmit: true,
      },
      {
        type: "select",
        name: "owner",
        label: filter.owner,
        value: view.owner,
        options: [any, ...owners],
        isAutosubmit: true,
      },
    ],
    chips: presentChips(project.id, view, owners, texts),
    clearHref: paths.activities(project.id),
  };
}

export function listHref(
  projectId: number,
  view: ActivityListView,
  other: Record<string, string | number | null> = {},
): string {
  const { q, state, owner, archived } = view;
  return withQuery(paths.activities(projectId), {
    q,
    state,
    owner,
    archived: archived ? 1 : null,
    ...other,
  });
}

function presentChips(
  projectId: number,
  view: ActivityListView,
  owners: { value: string; label: string }[],
  { activities }: Texts,
) {
  const chips: { label: string; href: string }[] = [];
  const without = (name: string) => listHref(projectId, view, { [name]: null });
  if (view.q) chips.push({ label: activities.filter.text(view.q), href: without("q") });
  const state = activityStates.find((one) => one === view.state);
  if (state) chips.push({ label: activities.states[state], href: without("state") });
  const owner = owners.find(({ value }) => value === view.owner);
  if (owner) chips.push({ label: owner.label, href: without("owner") });
  return chips;
}

function ownerChoices(living: ActivityLine[], { owners }: Texts) {
  const byKey = new Map(living.map((line) => [ownerKey(line), line.ownerName ?? ""]));
  const isSomeMissing = byKey.delete("");
  const named = [...byKey].map(([value, label]) => ({ value, label }));
  const sorted = named.toSorted((a, b) => a.label.localeCompare(b.label, "cs"));
  return isSomeMissing ? [...sorted, { value: "nobody", label: owners.without }] : sorted;
}
