import { listCodeItems } from "../../../db/queries/code-lists.ts";
import { findParticipation, type Participation } from "../../../db/queries/participations.ts";
import { workingDayOf } from "../../../db/seeds/demo/example/moments.ts";
import { exampleParticipant, PARTICIPANTS } from "../../../db/seeds/demo/example/participants.ts";
import { CARDS_ARE_KEPT, exampleExits } from "../../../db/seeds/demo/example/trainings.ts";
import type { CalendarDate } from "../../values/calendar-date.ts";
import { recordExit } from "../participants/exits/service.ts";
import { createParticipant } from "../participants/form/service.ts";
import type { NewPerson } from "../participants/service.ts";
import type { Example } from "./example-project.ts";

/** The invented people of the example, known by their places in the story. */
export interface Cast {
  /** As an organisation or a paste of lines would name them. */
  person(place: number): NewPerson;
  /** Fills their card in on the day of their first event; whoever has one keeps it. */
  arrive(place: number, on: CalendarDate): Promise<void>;
  participantId(place: number): number | undefined;
}

export function castOf(example: Example): Cast {
  const present = new Map<number, Participation>();
  const cast: Cast = {
    person(place) {
      const { firstName, surname, bornOn } = exampleParticipant(place);
      return { firstName, surname, bornOn };
    },
    participantId: (place) => present.get(place)?.participantId,
    async arrive(place, on) {
      if (present.has(place)) return;
      const { deps } = example;
      const entry = await cardOf(example, place, on);
      const author = example.author("coordinator");
      const { participationId } = await createParticipant(deps, author, example.id(), entry);
      const key = { projectId: example.id(), id: participationId };
      const participation = await findParticipation(deps.db, key);
      if (participation) present.set(place, participation);
    },
  };
  for (const exit of exampleExits) {
    const validOn = workingDayOf(example.story, exit.at);
    example.teller.on(validOn, () => leave(example, exit, { present, validOn }));
  }
  return cast;
}

async function leave(
  example: Example,
  { people: [first, last], codes }: (typeof exampleExits)[number],
  { present, validOn }: { present: Map<number, Participation>; validOn: CalendarDate },
): Promise<void> {
  for (let place = first; place <= Math.min(last, PARTICIPANTS - 1); place += 1) {
    const participation = present.get(place);
    if (!participation) continue;
    const key = { projectId: example.id(), id: participation.id };
    const exit = { validOn, codes, note: null };
    await recordExit(example.deps, example.author("coordinator"), key, exit);
  }
}

type Card = Parameters<typeof createParticipant>[3];

/** The card as somebody would type it from the paper; what the example does not tell stays empty. */
async function cardOf({ deps, story }: Example, place: number, on: CalendarDate): Promise<Card> {
  const { targetGroup, ...told } = exampleParticipant(place);
  const groups = await listCodeItems(deps.db, { lists: ["target-groups"], on: story.startsOn });
  return {
    ...nothing,
    ...told,
    enteredOn: on,
    partnerOrganisationId: null,
    targetGroupItemId: groups.find(({ code }) => code === targetGroup)?.id ?? null,
    hasTerritoryDeclaration: true,
    cardSignedOn: on,
    cardKeptAt: CARDS_ARE_KEPT,
    notThese: [],
  };
}

const nothing = {
  ...{ titleBefore: null, titleAfter: null, diedOn: null, email: null, phone: null },
  ...{ municipalityPart: null, street: null, houseNumber: null },
  ...{ orientationNumber: null, orientationLetter: null, organisationIco: null },
  ...{ projectPosition: null, housing: null, economicSector: null, publicSector: null },
  ...{ household: null, supportKind: null, taxStatus: null, outcome: null },
};
