import { paths } from "../../../paths.ts";
import type { FieldOption } from "../../../web/form-fields.ts";
import { withQuery } from "../../../web/query-string.ts";
import { activityCode, inTreeOrder } from "../../activities/rules.ts";
import type { Wording } from "../words.ts";
import { type EventListView, listStates } from "./schema.ts";
import type { EventList } from "./service.ts";

/** The address of the list as it is, with some parts of it changed. */
export function listHref(
  projectId: number,
  view: EventListView,
  other: Record<string, string | number | null> = {},
): string {
  const { state, sort, ...filter } = view;
  return withQuery(paths.events(projectId), {
    ...filter,
    state: state === "open" ? null : state,
    sort: sort === "day" ? null : sort,
    ...other,
  });
}

export function isNarrowed({ kind, activity, from, to }: EventListView): boolean {
  return [kind, activity, from, to].some((one) => one !== "");
}

/** The archive has a tab only while something lies in it. */
export function presentStateTabs(
  { projectId, counts }: EventList,
  view: EventListView,
  { texts, formats }: Wording,
) {
  return listStates
    .filter((state) => state !== "archived" || counts.archived > 0 || view.state === "archived")
    .map((state) => ({
      href: listHref(projectId, view, { state: state === "open" ? null : state }),
      label: texts.events.tabsOfList[state],
      count: formats.number(counts[state]),
      isCurrent: view.state === state,
      ...(state === "to-close" && counts["to-close"] > 0 ? { tone: "yellow" } : {}),
    }));
}

export function presentEventFilters(list: EventList, view: EventListView, wording: Wording) {
  const { filter } = wording.texts.events;
  const options = { kind: kindOptions(list, wording), activity: activityOptions(list, wording) };
  const select = (name: "kind" | "activity") => ({
    type: "select" as const,
    name,
    label: filter[name],
    value: view[name],
    options: [{ value: "", label: filter.any }, ...options[name]],
    isAutosubmit: true,
  });
  return {
    action: paths.events(list.projectId),
    hidden: [
      { name: "state", value: view.state },
      { name: "sort", value: view.sort },
    ],
    fields: [
      select("kind"),
      select("activity"),
      { type: "date" as const, name: "from", label: filter.from, value: view.from },
      { type: "date" as const, name: "to", label: filter.to, value: view.to },
    ],
    chips: presentChips(list.projectId, view, options, wording),
    clearHref: listHref(list.projectId, { ...view, kind: "", activity: "", from: "", to: "" }),
  };
}

function kindOptions({ kinds }: EventList, { formats }: Wording): FieldOption[] {
  const isCzech = formats.language === "cs";
  return kinds.map(({ id, labelCs, labelEn }) => ({
    value: String(id),
    label: isCzech ? labelCs : labelEn,
  }));
}

function activityOptions({ activities }: EventList, { texts }: Wording): FieldOption[] {
  const parentNumber = (parentId: number | null) =>
    activities.find(({ id }) => id === parentId)?.number ?? null;
  const options = inTreeOrder(activities).map((one) => {
    const code = activityCode({ ...one, parentNumber: parentNumber(one.parentId) });
    return { value: String(one.id), label: `${code} ${one.title}` };
  });
  return [...options, { value: "none", label: texts.events.filter.noActivity }];
}

function presentChips(
  projectId: number,
  view: EventListView,
  options: Record<"kind" | "activity", FieldOption[]>,
  { texts, formats }: Wording,
) {
  const { filter } = texts.events;
  const labelOf = (name: "kind" | "activity") =>
    options[name].find(({ value }) => value === view[name])?.label;
  const labels = {
    kind: labelOf("kind"),
    activity: labelOf("activity"),
    from: view.from && filter.fromChip(formats.date(view.from)),
    to: view.to && filter.toChip(formats.date(view.to)),
  };
  return Object.entries(labels).flatMap(([name, label]) =>
    label ? [{ label, href: listHref(projectId, view, { [name]: null }) }] : [],
  );
}
