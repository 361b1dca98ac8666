import type { PossibleOwner } from "../../db/queries/owners.ts";
import type { ProjectRole } from "../../db/queries/projects.ts";
import type { Texts } from "../texts/index.ts";
import { isSameOwner, nobody, type Owner, ownerKey } from "../values/owner.ts";
import type { FieldDefinition, FieldOption } from "./form-fields.ts";
import type { SectionDefinition } from "./form-page.ts";

/** The choice of an owner, and the fields of a contact who is not on offer yet. */
export function ownerSections(
  possible: PossibleOwner[],
  texts: Texts,
  current?: Owner & { ownerName: string | null },
): SectionDefinition[] {
  const { owners } = texts;
  const owner: FieldDefinition = {
    type: "select",
    name: "owner",
    label: owners.owner,
    hint: owners.hint,
    width: "medium",
    options: ownerOptions(possible, texts, current),
  };
  return [
    { rows: [owner] },
    {
      title: owners.contactTitle,
      isFolded: true,
      rows: [
        [
          { type: "text", name: "contactName", label: owners.contactName },
          { type: "text", name: "contactFunction", label: owners.contactFunction },
          { type: "email", name: "contactEmail", label: owners.contactEmail },
        ],
        {
          type: "checkbox",
          name: "contactAgrees",
          label: owners.contactAgrees,
          hint: owners.contactAgreesHint,
        },
      ],
    },
  ];
}

function ownerOptions(
  possible: PossibleOwner[],
  texts: Texts,
  current?: Owner & { ownerName: string | null },
): FieldOption[] {
  const { owners } = texts;
  const options = possible.map((one) => ({ value: ownerKey(one), label: ownerLabel(one, texts) }));
  const isGone =
    current && !isSameOwner(current, nobody) && !possible.some((one) => isSameOwner(one, current));
  const gone = isGone
    ? [{ value: ownerKey(current), label: `${current.ownerName} (${owners.leftProject})` }]
    : [];
  return [
    { value: "", label: owners.nobody },
    ...gone,
    ...options,
    { value: "new-contact", label: owners.newContact },
  ];
}

/** `Jana Nová (koordinátor)`, `Petr Malý (kontakt, garant)` */
export function ownerLabel(owner: PossibleOwner, { owners, projects }: Texts): string {
  if (owner.ownerUserId !== null) {
    const role = projects.roles[owner.role as ProjectRole];
    return role ? `${owner.name} (${role})` : owner.name;
  }
  const about = [owners.contact, owner.function].filter(Boolean).join(", ");
  return `${owner.name} (${about})`;
}
