import type { OccasionCosts } from "../../../../db/queries/occasion-costs.ts";
import { paths } from "../../../paths.ts";
import type { Formats } from "../../../texts/formats.ts";
import type { Texts } from "../../../texts/index.ts";
import { withQuery } from "../../../web/query-string.ts";
import { occasionKey } from "../words.ts";

/** Real costs of an event or internship beside the planned ones, with the way to what they are made of. */
export function costsFact(
  of: { projectId: number; kind: "event" | "internship"; id: number },
  costs: OccasionCosts,
  { texts, formats }: { texts: Texts; formats: Formats },
) {
  const { costs: words } = texts.expenditures;
  const made = words.realNote(costs.count);
  return {
    term: words.real,
    text: formats.money(costs.halere),
    href: withQuery(paths.expenditures(of.projectId), { occasion: occasionKey(of) }),
    note: costs.isWithoutPay ? `${made}, ${words.withoutPay}` : made,
  };
}
