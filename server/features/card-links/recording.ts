import { listActivityNames } from "../../../db/queries/activities.ts";
import { type CardName, listMeasureNames } from "../../../db/queries/card-choices.ts";
import type { Change } from "../../change.ts";
import type { Details, Target } from "./keeping.ts";

type Changes = Record<string, [unknown, unknown]>;
type Told = Record<string, string | null>;

/**
 * A line at the card and, where there is a project, one at the project. Everybody who is signed in reads the
 * history of a card, so its line tells nothing of the project.
 */
export function recordLink(
  { record }: Change,
  action: `card-link.${"added" | "edited" | "removed" | "restored"}`,
  link: { card: CardName; projectId: number | null },
  { ofCard, ofProject }: { ofCard: Changes; ofProject: Changes },
): void {
  const { card, projectId } = link;
  record({ action, objectType: "card", objectId: card.id, changes: ofCard });
  if (projectId === null) return;
  const atProject = { objectType: "project", objectId: projectId, projectId };
  record({ action, ...atProject, changes: ofProject });
}

/** What each of the two histories tells of a link: at the card nothing that only some may know. */
export async function toldOf(
  { trx }: Change,
  link: Target & Details & { cardId: number },
): Promise<{ ofCard: Told; ofProject: Told }> {
  const { measureId, activityId, projectId, registrationNumber, projectName, note } = link;
  const measures = measureId === null ? [] : await listMeasureNames(trx, link.cardId);
  const measure = measures.find(({ id }) => id === measureId)?.text ?? null;
  if (projectId === null)
    return { ofCard: { registrationNumber, projectName, measure, note }, ofProject: {} };
  const activities = activityId === null ? [] : await listActivityNames(trx, projectId);
  const activity = activities.find(({ id }) => id === activityId)?.title ?? null;
  return { ofCard: { measure }, ofProject: { measure, activity, note } };
}

export function added(told: Told): Changes {
  return changesOf(told, (value) => [null, value]);
}

export function removed(told: Told): Changes {
  return changesOf(told, (value) => [value, null]);
}

function changesOf(told: Told, change: (value: string) => [unknown, unknown]): Changes {
  const changes: Changes = {};
  for (const [field, value] of Object.entries(told))
    if (value !== null) changes[field] = change(value);
  return changes;
}
