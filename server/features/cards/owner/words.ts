import type { PlanOwner } from "../../../../db/queries/plan-owners.ts";
import type { Texts } from "../../../texts/index.ts";
import { isSameOwner, nobody, type Owner, ownerKey } from "../../../values/owner.ts";
import type { FieldOption } from "../../../web/form-fields.ts";
import type { SectionDefinition } from "../../../web/form-page.ts";

/** The choice of who answers for a card or a measure, and the fields of somebody who has no account. */
export function planOwnerSections(
  possible: readonly PlanOwner[],
  { cards }: Texts,
  {
    current,
    label,
    hint,
  }: {
    current: (Owner & { ownerName: string | null }) | null;
    label: string;
    hint?: string;
  },
): SectionDefinition[] {
  const { owner } = cards;
  const options = optionsOf(possible, current, cards.owner);
  return [
    {
      rows: [
        {
          ...{ type: "select", name: "owner", label, options, width: "medium" },
          ...(hint ? { hint } : {}),
        },
      ],
    },
    {
      title: owner.contactTitle,
      isFolded: true,
      rows: [
        [
          { type: "text", name: "contactName", label: owner.contactName },
          { type: "text", name: "contactFunction", label: owner.contactFunction },
          { type: "email", name: "contactEmail", label: owner.contactEmail },
        ],
      ],
    },
  ];
}

function optionsOf(
  possible: readonly PlanOwner[],
  current: (Owner & { ownerName: string | null }) | null,
  words: Texts["cards"]["owner"],
): FieldOption[] {
  const isGone =
    current !== null &&
    !isSameOwner(current, nobody) &&
    !possible.some((one) => isSameOwner(one, current));
  const gone = {
    value: current ? ownerKey(current) : "",
    label: `${current?.ownerName} (${words.gone})`,
  };
  return [
    { value: "", label: words.nobody },
    ...(isGone ? [gone] : []),
    ...possible.map((one) => ({
      value: ownerKey(one),
      label: one.function === null ? one.name : `${one.name} (${one.function})`,
    })),
    { value: "new-contact", label: words.newContact },
  ];
}
