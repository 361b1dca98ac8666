import {
  type CardName,
  findLivingCard,
  listMeasureNames,
} from "../../../db/queries/card-choices.ts";
import {
  findProjectIdsByNumbers,
  listLinkKeys,
  lockNumbersOfProjects,
} from "../../../db/queries/card-link-numbers.ts";
import type { NewCardLink } from "../../../db/queries/card-links.ts";
import type { Change } from "../../change.ts";
import { InvalidInput, NotFound } from "../../errors.ts";
import { checkActivity } from "../activities/choices/service.ts";

/** Where a link leads: a project of the house, or one that is only named. */
export type Target = Pick<NewCardLink, "projectId" | "registrationNumber" | "projectName">;

export interface Details {
  measureId: number | null;
  activityId: number | null;
  note: string | null;
}

/** @throws NotFound when the card or its plan is in the archive */
export async function livingCard({ trx }: Change, cardId: number): Promise<CardName> {
  const card = await findLivingCard(trx, cardId);
  if (!card) throw new NotFound("card");
  return card;
}

/**
 * A project named by a person: joined at once where its number is here already.
 * @throws InvalidInput `projectName: required` when neither says anything
 */
export async function namedTarget(
  { trx }: Change,
  { registrationNumber, projectName }: Pick<Target, "registrationNumber" | "projectName">,
): Promise<Target> {
  if (registrationNumber === null && projectName === null)
    throw new InvalidInput({ projectName: "required" });
  if (registrationNumber === null) return { projectId: null, registrationNumber, projectName };
  await lockNumbersOfProjects(trx);
  const bearers = await findProjectIdsByNumbers(trx, [registrationNumber]);
  return { projectId: bearers.get(registrationNumber) ?? null, registrationNumber, projectName };
}

/** A measure of the card and an activity of the project, or those that were chosen before. */
export async function checkDetails(
  one: Change,
  { cardId, projectId }: { cardId: number; projectId: number | null },
  details: Details,
  before?: Details,
): Promise<void> {
  const { measureId, activityId } = details;
  if (measureId !== null && measureId !== before?.measureId) {
    const measures = await listMeasureNames(one.trx, cardId);
    if (!measures.some(({ id }) => id === measureId))
      throw new InvalidInput({ measureId: "unknownChoice" });
  }
  if (activityId === null) return;
  if (projectId === null) throw new InvalidInput({ activityId: "unknownChoice" });
  await checkActivity(one, projectId, activityId, before?.activityId ?? null);
}

/** @throws InvalidInput `field: linkedAlready` when a living link says the same */
export async function checkUnlinked(
  { trx }: Change,
  link: Target & Details & { cardId: number },
  field: string,
  ownId?: number,
): Promise<void> {
  const links = await listLinkKeys(trx, [link.cardId]);
  const isTwin = links.some(
    (other) =>
      other.archivedAt === null &&
      other.id !== ownId &&
      other.measureId === link.measureId &&
      other.activityId === link.activityId &&
      leadsToSame(other, link),
  );
  if (isTwin) throw new InvalidInput({ [field]: "linkedAlready" });
}

function leadsToSame(
  other: { projectId: number | null; registrationNumber: string | null },
  { projectId, registrationNumber }: Target,
): boolean {
  if (projectId !== null) return other.projectId === projectId;
  return registrationNumber !== null && other.registrationNumber === registrationNumber;
}
