import {
  findStoredLink,
  insertCardLinks,
  type StoredLink,
  updateCardLink,
} from "../../../db/queries/card-links.ts";
import { findProjectWithinReach } from "../../../db/queries/projects.ts";
import type { Reach } from "../../../db/queries/reach.ts";
import { type Author, type Change, change } from "../../change.ts";
import type { Deps } from "../../deps.ts";
import { editedMeanwhile, type FormOf } from "../../edited-meanwhile.ts";
import { Conflict, InvalidInput, NotFound } from "../../errors.ts";
import { changedFields } from "../../values/changed-fields.ts";
import {
  checkDetails,
  checkUnlinked,
  type Details,
  livingCard,
  namedTarget,
  type Target,
} from "./keeping.ts";
import { added, recordLink, toldOf } from "./recording.ts";
import { calledCard } from "./rules.ts";
import type { CardLinkEntry, EditedLink, ProjectCardEntry } from "./schema.ts";

type Doing = Pick<Deps, "db" | "clock">;

/**
 * Links a card to a project within the author's reach, or to one that is only named.
 * @throws InvalidInput when it is linked so already, or the choice is not offered
 */
export async function linkCard(
  deps: Doing,
  author: Author,
  { cardId, reach }: { cardId: number; reach: Reach },
  entry: CardLinkEntry,
): Promise<number> {
  return change(deps, author, async (one) => {
    const target = await targetOf(one, entry, reach);
    const field = entry.projectId === null ? "projectName" : "projectId";
    return writeLink(one, { ...detailsOf(entry), ...target, cardId }, field);
  });
}

/** The same from the other side: the project is at hand, the card is chosen. */
export async function linkProject(
  deps: Doing,
  author: Author,
  projectId: number,
  entry: ProjectCardEntry,
): Promise<number> {
  return change(deps, author, (one) => {
    const target = { projectId, registrationNumber: null, projectName: null };
    return writeLink(one, { ...detailsOf(entry), ...target, cardId: entry.cardId }, "cardId");
  });
}

async function targetOf(one: Change, entry: CardLinkEntry, reach: Reach): Promise<Target> {
  const { projectId, registrationNumber, projectName } = entry;
  if (projectId === null) return namedTarget(one, { registrationNumber, projectName });
  const project = await findProjectWithinReach(one.trx, reach, projectId);
  if (!project || project.archivedAt !== null)
    throw new InvalidInput({ projectId: "unknownChoice" });
  return { projectId, registrationNumber: null, projectName: null };
}

async function writeLink(
  one: Change,
  link: Target & Details & { cardId: number },
  field: string,
): Promise<number> {
  const card = await livingCard(one, link.cardId);
  await checkDetails(one, link, link);
  await checkUnlinked(one, link, field);
  const by = { at: one.at, userId: one.by };
  const [id] = await insertCardLinks(one.trx, [{ ...link, origin: "hand" }], by);
  const told = await toldOf(one, link);
  const changes = {
    ofCard: added(told.ofCard),
    ofProject: added({ card: calledCard(card), ...told.ofProject }),
  };
  recordLink(one, "card-link.added", { card, projectId: link.projectId }, changes);
  return id as number;
}

export type LinkKey = { id: number } & ({ cardId: number } | { projectId: number });

/**
 * What a link says beside what it joins; of a project that is only named also how it is called.
 * @throws EditedMeanwhile when the form was opened on another version of the link
 */
export async function editLink(
  deps: Doing,
  author: Author,
  key: LinkKey,
  { entry, formOf }: { entry: EditedLink; formOf: FormOf<StoredLink> },
): Promise<void> {
  await change(deps, author, async (one) => {
    const before = await livingLink(one, key);
    const card = await livingCard(one, before.cardId);
    const after = { ...before, ...(await editedTarget(one, before, entry)), ...detailsOf(entry) };
    // What was found stands where it was found.
    if (before.origin === "number") after.measureId = before.measureId;
    await checkDetails(one, after, after, before);
    await checkUnlinked(one, after, "measureId", before.id);
    const updated = await updateCardLink(one.trx, { id: before.id, version: entry.version }, after);
    if (updated === 0)
      throw await editedMeanwhile(one.trx, {
        ...{ objectType: "card", objectId: card.id, version: before.version },
        values: formOf(before),
      });
    const [was, is] = [await toldOf(one, before), await toldOf(one, after)];
    const changes = {
      ofCard: changedFields<object>(was.ofCard, is.ofCard),
      ofProject: changedFields<object>(was.ofProject, is.ofProject),
    };
    recordLink(one, "card-link.edited", { card, projectId: after.projectId }, changes);
  });
}

async function livingLink({ trx }: Change, key: LinkKey): Promise<StoredLink> {
  const link = await findStoredLink(trx, key);
  if (!link) throw new NotFound("card link");
  if (link.archivedAt !== null) throw new Conflict("archived");
  return link;
}

async function editedTarget(one: Change, before: StoredLink, entry: EditedLink): Promise<Target> {
  const isNamedByHand = before.origin === "hand" && before.projectId === null;
  return isNamedByHand ? namedTarget(one, entry) : before;
}

function detailsOf({ measureId, activityId, note }: Details): Details {
  return { measureId, activityId, note };
}
