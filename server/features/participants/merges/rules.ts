import type { MovedByMerge, OwnedRows } from "../../../../db/queries/participant-merges.ts";
import type { Participant, PersonFields } from "../../../../db/queries/participants.ts";
import type { Participation, ParticipationFields } from "../../../../db/queries/participations.ts";
import { earlierOf } from "../../../values/calendar-date.ts";

/** One of two persons who are to become one, with everything that hangs on them. */
export interface Half {
  person: Participant;
  participations: Participation[];
  owned: OwnedRows;
}

const PERSON_FIELDS: (keyof PersonFields)[] = [
  "sex",
  "titleBefore",
  "titleAfter",
  "email",
  "phone",
  "diedOn",
  "organisationId",
  "bornOn",
];

const ADDRESS: (keyof PersonFields)[] = [
  "municipality",
  "municipalityPart",
  "street",
  "houseNumber",
  "orientationNumber",
  "orientationLetter",
  "postcode",
];

const CARD_FIELDS: (keyof ParticipationFields)[] = [
  "partnerOrganisationId",
  "targetGroupItemId",
  "labourStatus",
  "projectPosition",
  "education",
  "housing",
  "economicSector",
  "publicSector",
  "household",
  "supportKind",
  "taxStatus",
  "outcome",
  "hasTerritoryDeclaration",
  "isFromUkraine",
  "cardSignedOn",
  "cardKeptAt",
];

type Plan = Omit<MovedByMerge, "repointed" | "persons">;

/** What merging one person into the other will move; a participation in the same project is joined instead. */
export function planMerge(kept: Half, merged: Half): Plan {
  const own = merged.participations;
  const counterpart = (one: Participation) =>
    kept.participations.find(({ projectId }) => projectId === one.projectId);
  return {
    participations: own.filter((one) => !counterpart(one)).map(({ id }) => id),
    joined: own.flatMap((one) => {
      const into = counterpart(one);
      if (!into) return [];
      return {
        id: one.id,
        into: into.id,
        enteredOnBefore: into.enteredOn,
        enteredOnAfter: earlierOf(into.enteredOn, one.enteredOn),
        ageBefore: into.ageAtEntry,
        filled: filledIn(into, one, CARD_FIELDS),
        isAnswerTaken: one.isDisadvantageSettled && !into.isDisadvantageSettled,
      };
    }),
    registrations: movable(kept.owned.registrations, merged.owned.registrations),
    trainees: movable(kept.owned.trainees, merged.owned.trainees),
    filled: [
      ...filledIn(kept.person, merged.person, PERSON_FIELDS),
      // Half of one address and half of the other would be an address of nobody.
      ...(kept.person.municipality === null ? filledIn(kept.person, merged.person, ADDRESS) : []),
    ],
  };
}

/** Nobody is registered twice for one event. */
function movable(kept: OwnedRows["trainees"], merged: OwnedRows["trainees"]): number[] {
  const taken = new Set(kept.map(({ place }) => place));
  return merged.filter(({ place }) => !taken.has(place)).map(({ id }) => id);
}

function filledIn<Fields extends object>(
  into: Fields,
  from: Fields,
  names: (keyof Fields & string)[],
): string[] {
  return names.filter((name) => into[name] === null && from[name] !== null);
}

/** The fields of this name, as they stand in the record they were taken from. */
export function pickFields<Fields extends object>(
  from: Fields,
  names: readonly string[],
): Partial<Fields> {
  return Object.fromEntries(
    names.map((name) => [name, from[name as keyof Fields]]),
  ) as Partial<Fields>;
}

/** What was filled in and stands as it was filled in: emptied again. What was edited since is let be. */
export function emptied<Fields extends object>(
  into: Fields,
  from: Fields,
  names: readonly string[],
): Partial<Fields> {
  const untouched = names.filter(
    (name) => into[name as keyof Fields] === from[name as keyof Fields],
  );
  return Object.fromEntries(untouched.map((name) => [name, null])) as Partial<Fields>;
}
