import { z } from "zod";
import { paths } from "../../../paths.ts";
import type { Texts } from "../../../texts/index.ts";
import { foldText } from "../../../values/fold.ts";
import type { Field } from "../../../web/form-fields.ts";
import { withQuery } from "../../../web/query-string.ts";
import type { Pace } from "../../projects/totals/rules.ts";
import { type IndicatorKind, indicatorKinds } from "../rules.ts";

const paces = ["behind", "on-pace", "met", "no-target"] as const;

/** The part of the list in the address; whatever makes no sense there is left out. */
export const indicatorFilterSchema = z.object({
  q: z.string().max(200).catch(""),
  kind: z.enum(indicatorKinds).optional().catch(undefined),
  pace: z.enum(paces).optional().catch(undefined),
  archived: z.literal("true").optional().catch(undefined),
});

export type IndicatorFilter = z.output<typeof indicatorFilterSchema>;

export function isFiltered({ q, kind, pace }: IndicatorFilter): boolean {
  return q !== "" || kind !== undefined || pace !== undefined;
}

export function fitsFilter(
  line: { code: string | null; name: string; kind: IndicatorKind; pace: Pace },
  filter: IndicatorFilter,
): boolean {
  const text = foldText(`${line.code ?? ""} ${line.name}`);
  // Six digits may be typed in two groups, as they are shown.
  const asked = [foldText(filter.q), foldText(filter.q).replaceAll(" ", "")];
  if (!asked.some((words) => text.includes(words))) return false;
  if (filter.kind !== undefined && line.kind !== filter.kind) return false;
  return filter.pace === undefined || line.pace === filter.pace;
}

export function presentIndicatorFilter(
  projectId: number,
  filter: IndicatorFilter,
  { indicators: texts }: Texts,
) {
  const href = (changes: Partial<Record<keyof IndicatorFilter, null>>) =>
    withQuery(paths.indicators(projectId), { ...filter, ...changes });
  const select = (name: "kind" | "pace", values: readonly string[], labels: object): Field => ({
    type: "select",
    name,
    label: texts.filter[name],
    value: filter[name] ?? "",
    options: [
      { value: "", label: texts.filter.any },
      ...values.map((value) => ({ value, label: (labels as Record<string, string>)[value] ?? "" })),
    ],
  });
  const chips = [
    { name: "q", label: filter.q },
    { name: "kind", label: filter.kind && texts.kinds[filter.kind] },
    { name: "pace", label: filter.pace && texts.paces[filter.pace] },
    { name: "archived", label: filter.archived && texts.filter.archived },
  ].flatMap(({ name, label }) => (label ? [{ label, href: href({ [name]: null }) }] : []));
  return {
    action: paths.indicators(projectId),
    search: { name: "q", value: filter.q, label: texts.filter.search },
    fields: [
      select("kind", indicatorKinds, texts.kinds),
      select("pace", paces, texts.paces),
      {
        type: "checkbox",
        name: "archived",
        label: texts.filter.archived,
        value: "true",
        isChecked: filter.archived !== undefined,
      } satisfies Field,
    ],
    chips,
    clearHref: chips.length > 1 ? paths.indicators(projectId) : null,
  };
}
