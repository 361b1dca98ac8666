import { presentFields } from "../../web/form-fields.ts";
import type { ComparisonPage } from "./presenter.ts";
import type { Comparison, SideOfComparison } from "./service.ts";
import { type Wording, yearsOf } from "./words.ts";

/** For cards whose titles do not tell that one goes on as the other. */
export function presentByHand(page: ComparisonPage, comparison: Comparison, wording: Wording) {
  const words = wording.texts.cardContinuations.byHand;
  const { older, newer } = comparison;
  const name = ({ plan }: SideOfComparison) => yearsOf(plan, wording) ?? plan.title;
  const options = ({ cards }: SideOfComparison) => [
    { value: "", label: words.choose },
    ...cards.map(({ id, number, name }) => ({ value: String(id), label: `${number} ${name}` })),
  ];
  const select = { type: "select" as const, isRequired: true };
  const fields = presentFields(
    [
      { ...select, name: "fromCardId", label: words.from(name(older)), options: options(older) },
      { ...select, name: "toCardId", label: words.to(name(newer)), options: options(newer) },
      { type: "text", name: "note", label: words.note, maxLength: 500 },
    ],
    page.state,
    wording.texts,
  );
  const isOpen = Object.keys(page.state.errors).length > 0;
  return { title: words.title, fields, submit: words.save, isOpen };
}
