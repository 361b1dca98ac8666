import { paths } from "../../../paths.ts";
import { ownerKey } from "../../../values/owner.ts";
import type { FieldOption } from "../../../web/form-fields.ts";
import { withQuery } from "../../../web/query-string.ts";
import { activityOptions } from "../../activities/words.ts";
import type { Wording } from "../words.ts";
import { listStates, type RiskListView } from "./schema.ts";
import type { RiskList } from "./service.ts";

/** The address of the list as it is, with some parts of it changed. */
export function listHref(
  projectId: number,
  view: RiskListView,
  other: Record<string, string | number | null> = {},
): string {
  const { state, sort, ...filter } = view;
  return withQuery(paths.risks(projectId), {
    ...filter,
    state: state === "live" ? null : state,
    sort: sort === "-score" ? null : sort,
    ...other,
  });
}

export function isNarrowed({ activity, owner }: RiskListView): boolean {
  return activity !== "" || owner !== "";
}

/** The archive only where there is something in it. */
export function presentStateTabs(
  { projectId, counts }: RiskList,
  view: RiskListView,
  { texts, formats }: Wording,
) {
  return listStates
    .filter((state) => state !== "archived" || counts.archived > 0 || view.state === state)
    .map((state) => ({
      href: listHref(projectId, view, { state: state === "live" ? null : state }),
      label: texts.risks.tabs[state],
      count: formats.number(counts[state]),
      isCurrent: view.state === state,
      ...(state === "occurred" && counts.occurred > 0 ? { tone: "red" } : {}),
    }));
}

export function presentRiskFilters(list: RiskList, view: RiskListView, { texts }: Wording) {
  const { filter } = texts.risks;
  const any = { value: "", label: filter.any };
  const [, ...activities] = activityOptions(list.activities, "");
  const options: Record<"activity" | "owner", FieldOption[]> = {
    activity: [any, { value: "none", label: filter.noActivity }, ...activities],
    owner: [
      any,
      ...list.owners.map((one) => ({ value: ownerKey(one), label: one.name })),
      { value: "nobody", label: texts.owners.without },
    ],
  };
  const select = (name: "activity" | "owner") => ({
    type: "select" as const,
    name,
    label: filter[name],
    value: view[name],
    options: options[name],
    isAutosubmit: true,
  });
  const chips = (["activity", "owner"] as const).flatMap((name) => {
    const chosen = options[name].find(({ value }) => value !== "" && value === view[name]);
    const href = listHref(list.projectId, view, { [name]: null });
    return chosen ? [{ label: chosen.label, href }] : [];
  });
  return {
    action: paths.risks(list.projectId),
    hidden: [
      { name: "state", value: view.state },
      { name: "sort", value: view.sort },
    ],
    fields: [select("activity"), select("owner")],
    chips,
    clearHref: listHref(list.projectId, { ...view, activity: "", owner: "" }),
  };
}
