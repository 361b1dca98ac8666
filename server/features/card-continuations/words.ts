import type { ComparedPlan, LinkedCard } from "../../../db/queries/card-continuations.ts";
import { paths } from "../../paths.ts";
import type { Formats } from "../../texts/formats.ts";
import type { Texts } from "../../texts/index.ts";
import type { CalendarDate } from "../../values/calendar-date.ts";
import { withQuery } from "../../web/query-string.ts";
import { yearsText } from "../plans/words.ts";

export interface Wording {
  texts: Texts;
  formats: Formats;
  today: CalendarDate;
}

/** Years of a plan; null where they are not known. */
export function yearsOf(plan: Pick<ComparedPlan, "fromYear" | "toYear">, { texts }: Wording) {
  return yearsText(plan, texts);
}

/** `views/card-continuations/_box.ejs` on the page of a card: which cards of other plans it continues, and which continue it. */
export function presentContinuationBox(
  linked: readonly LinkedCard[],
  planId: number,
  { texts }: Pick<Wording, "texts">,
) {
  const words = texts.cardContinuations.box;
  const group = (direction: LinkedCard["direction"]) => ({
    title: words[direction],
    items: linked
      .filter((one) => one.direction === direction)
      .map((one) => ({
        ...{ number: one.number, name: one.name, href: paths.card(one.planId, one.cardId) },
        ...{ plan: one.planTitle, note: one.note },
      })),
  });
  const groups = [group("earlier"), group("later")].filter(({ items }) => items.length > 0);
  const [other] = linked;
  return {
    title: words.title,
    groups,
    none: groups.length === 0 ? words.none : null,
    compare: {
      href: withQuery(paths.planComparison(planId), { with: other?.planId }),
      label: words.compare,
    },
  };
}
