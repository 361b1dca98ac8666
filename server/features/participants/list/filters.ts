import type { CodeListItem } from "../../../../db/queries/code-lists.ts";
import { paths } from "../../../paths.ts";
import type { FieldOption } from "../../../web/form-fields.ts";
import { withQuery } from "../../../web/query-string.ts";
import { labelOf, type Wording } from "../words.ts";
import { type ParticipantListView, recordStates, stays, supportStates } from "./schema.ts";

type Filter = keyof ParticipantListView;

export function listHref(
  projectId: number,
  view: ParticipantListView,
  other: Record<string, string | number | null> = {},
): string {
  return withQuery(paths.participants(projectId), { ...view, ...other });
}

export function isNarrowed(view: ParticipantListView): boolean {
  return Object.values(view).some((value) => value !== undefined);
}

export function presentFilters(
  projectId: number,
  view: ParticipantListView,
  targetGroups: CodeListItem[],
  wording: Wording,
) {
  const words = wording.texts.participants.filter;
  const options: Record<Filter, FieldOption[]> = {
    record: recordStates.map((value) => ({ value, label: words.records[value] })),
    support: supportStates.map((value) => ({ value, label: words.supports[value] })),
    stay: stays.map((value) => ({ value, label: words.stays[value] })),
    group: [
      ...targetGroups.map((item) => ({ value: String(item.id), label: labelOf(item, wording) })),
      { value: "none", label: words.noGroup },
    ],
  };
  const filters = Object.keys(options) as Filter[];
  const chosen = (name: Filter) => options[name].find(({ value }) => value === view[name]);
  const chips = filters.flatMap((name) => {
    const label = chosen(name)?.label;
    return label === undefined
      ? []
      : [{ label, href: listHref(projectId, view, { [name]: null }) }];
  });
  return {
    action: paths.participants(projectId),
    fields: filters.map((name) => ({
      type: "select" as const,
      name,
      label: words[name],
      value: view[name] ?? "",
      options: [{ value: "", label: words.any }, ...options[name]],
      isAutosubmit: true,
    })),
    chips,
    clearHref: chips.length > 1 ? paths.participants(projectId) : null,
  };
}
