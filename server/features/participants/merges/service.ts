import type { Database } from "../../../../db/connection.ts";
import {
  findMerge,
  insertMerge,
  joinParticipations,
  listJoinedUnder,
  listMerges,
  listOwnedRows,
  listPersonsMergedInto,
  listProjectsOfPersons,
  type MovedByMerge,
  mergePersons,
  moveToPerson,
  type StoredMerge,
  updateMergeUndone,
} from "../../../../db/queries/participant-merges.ts";
import {
  findParticipant,
  type PersonFields,
  updateParticipant,
} from "../../../../db/queries/participants.ts";
import {
  findParticipationById,
  keepParticipation,
  listParticipationsOf,
  type Participation,
} from "../../../../db/queries/participations.ts";
import { carryRefusal } from "../../../../db/queries/subscribers.ts";
import { type Author, type Change, change } from "../../../change.ts";
import type { Deps } from "../../../deps.ts";
import { Conflict, NotFound } from "../../../errors.ts";
import { refreshComputedIndicators } from "../../indicators/computing/service.ts";
import { readDisadvantage, sealDisadvantage, sealKeys } from "../../personal-data/seal/service.ts";
import { refreshSupport } from "../../support/service.ts";
import { ageOn, keysOfName } from "../rules.ts";
import { refreshCompleteness, refreshExit } from "../service.ts";
import { emptied, type Half, pickFields, planMerge } from "./rules.ts";

type Pieces = Pick<Deps, "db" | "clock" | "config">;

export interface Pair {
  keptId: number;
  mergedId: number;
}

/** Both persons with what hangs on them, and what would be moved. */
export async function loadMergePlan(db: Database, { keptId, mergedId }: Pair) {
  const [kept, merged] = [await loadHalf(db, keptId), await loadHalf(db, mergedId)];
  return { kept, merged, plan: planMerge(kept, merged) };
}

async function loadHalf(db: Database, id: number): Promise<Half> {
  const person = await findParticipant(db, id);
  if (!person) throw new NotFound("participant");
  const participations = await listParticipationsOf(db, [id]);
  return { person, participations, owned: await listOwnedRows(db, id) };
}

/**
 * Two records of one person become one. Hours stay where they were posted; where both took part in the same
 * project, one participation stands for both from now on.
 */
export async function mergeParticipants(deps: Pieces, author: Author, pair: Pair): Promise<number> {
  return change(deps, author, async (one) => {
    const { trx, at, by } = one;
    const { kept, merged, plan } = await loadMergePlan(trx, pair);
    checkPair(kept, merged);
    const [keptId, mergedId] = [kept.person.id, merged.person.id];
    const under = await listJoinedUnder(
      trx,
      plan.joined.map(({ id }) => id),
    );
    const moved: MovedByMerge = {
      ...plan,
      repointed: under.map(({ id, mergedIntoId }) => ({ id, from: mergedIntoId })),
      persons: await listPersonsMergedInto(trx, mergedId),
    };
    await fillPersons(one, { kept, merged }, pickFields(merged.person, moved.filled));
    await mergePersons(trx, [...moved.persons, mergedId], keptId);
    await carryRefusal(trx, { keptId, mergedId });
    await moveToPerson(trx, moved, keptId);
    for (const joined of moved.joined) await joinOne(deps, one, { kept, merged, moved, joined });
    const id = await insertMerge(trx, { keptId, mergedId, moved, mergedAt: at, mergedBy: by });
    await refreshAll(one, [keptId, mergedId]);
    recordFor(one, "participant.merged", moved, kept, merged);
    return id;
  });
}

function checkPair(kept: Half, merged: Half): void {
  if (kept.person.id === merged.person.id) throw new Conflict("mergeWithItself");
  const isWhole = ({ person }: Half) =>
    person.mergedIntoId === null && person.anonymisedAt === null;
  if (!isWhole(kept) || !isWhole(merged)) throw new Conflict("changedMeanwhile");
}

/** Changes the person who stays; of two changes of either person at once one is refused. */
async function fillPersons(
  { trx }: Change,
  { kept, merged }: { kept: Half; merged: Half },
  fields: Partial<PersonFields>,
): Promise<void> {
  const keys = keysOfName({ ...nameOf(kept), ...bornIn(kept, fields) });
  const areCurrent =
    (await updateParticipant(trx, kept.person, { ...fields, ...keys })) &&
    (await updateParticipant(trx, merged.person, {}));
  if (!areCurrent) throw new Conflict("changedMeanwhile");
}

function bornIn({ person }: Half, fields: Partial<PersonFields>) {
  return { bornOn: fields.bornOn === undefined ? person.bornOn : fields.bornOn };
}

/** @throws Conflict while a later merge of the same persons stands */
export async function undoMerge(deps: Pieces, author: Author, mergeId: number): Promise<void> {
  await change(deps, author, async (one) => {
    const { trx } = one;
    const merge = await mergeToUndo(one, mergeId);
    const { moved, keptId, mergedId } = merge;
    const [kept, merged] = [await loadHalf(trx, keptId), await loadHalf(trx, mergedId)];
    if (kept.person.anonymisedAt !== null) throw new Conflict("personAnonymised");
    await fillPersons(one, { kept, merged }, emptied(kept.person, merged.person, moved.filled));
    await mergePersons(trx, [mergedId], null);
    await mergePersons(trx, moved.persons, mergedId);
    await moveToPerson(trx, moved, mergedId);
    for (const joined of moved.joined) await separateOne(deps, one, { kept, merged, joined });
    for (const { id, from } of moved.repointed) await joinParticipations(trx, [id], from);
    await refreshAll(one, [keptId, mergedId]);
    for (const joined of moved.joined) await restoreEntry(one, joined);
    recordFor(one, "participant.unmerged", moved, kept, merged);
  });
}

async function mergeToUndo({ trx, at, by }: Change, id: number): Promise<StoredMerge> {
  const merge = await findMerge(trx, id);
  if (!merge) throw new NotFound("merge");
  if (await hasLater(trx, merge)) throw new Conflict("laterMergeStands");
  if (!(await updateMergeUndone(trx, { id, at, by }))) throw new Conflict("changedMeanwhile");
  return merge;
}

/** Of merges of the same persons only the last one can be taken back. */
async function hasLater(db: Database, { id, keptId, mergedId }: StoredMerge): Promise<boolean> {
  const standing = await listMerges(db, { participantIds: [keptId, mergedId] });
  return standing.some((other) => other.id > id);
}

type Joined = MovedByMerge["joined"][number];

async function joinOne(
  { config }: Pick<Deps, "config">,
  { trx }: Change,
  of: { kept: Half; merged: Half; moved: MovedByMerge; joined: Joined },
): Promise<void> {
  const { kept, merged, moved, joined } = of;
  const [into, from] = bothOf(kept, merged, joined);
  const under = moved.repointed.filter(({ from: id }) => id === joined.id).map(({ id }) => id);
  await joinParticipations(trx, [joined.id, ...under], joined.into);
  const enteredOn = joined.enteredOnAfter;
  const bornOn = kept.person.bornOn ?? merged.person.bornOn;
  await keepParticipation(trx, joined.into, {
    ...pickFields(from, joined.filled),
    enteredOn,
    ageAtEntry: enteredOn === into.enteredOn ? into.ageAtEntry : ageOn(bornOn, enteredOn),
    ...(joined.isAnswerTaken ? takenAnswer(config, into, from) : {}),
  });
}

/** What the other record says of disadvantage, sealed for this one. */
function takenAnswer(config: Deps["config"], into: Participation, from: Participation) {
  const answer = readDisadvantage(config, from.id, from.disadvantageSealed);
  if (answer === null) return {};
  const disadvantageSealed = sealDisadvantage(sealKeys(config), into.id, answer);
  return { disadvantageSealed, isDisadvantageSettled: true };
}

async function separateOne(
  { config }: Pick<Deps, "config">,
  { trx }: Change,
  { kept, merged, joined }: { kept: Half; merged: Half; joined: Joined },
): Promise<void> {
  const [into, from] = bothOf(kept, merged, joined);
  await joinParticipations(trx, [joined.id], null);
  await keepParticipation(trx, joined.into, {
    ...emptied(into, from, joined.filled),
    ...(joined.isAnswerTaken && isSameAnswer(config, into, from)
      ? { disadvantageSealed: null, isDisadvantageSettled: false }
      : {}),
  });
}

function isSameAnswer(config: Deps["config"], into: Participation, from: Participation): boolean {
  const [one, other] = [into, from].map(({ id, disadvantageSealed }) =>
    readDisadvantage(config, id, disadvantageSealed),
  );
  return JSON.stringify(one) === JSON.stringify(other);
}

/** The entry of before, unless it was changed since, or an exit of today would come before it. */
async function restoreEntry({ trx }: Change, joined: Joined): Promise<void> {
  const kept = await findParticipationById(trx, joined.into);
  if (!kept) return;
  const { enteredOnBefore: enteredOn, ageBefore: ageAtEntry } = joined;
  const isFine = kept.exitedOn === null || kept.exitedOn >= enteredOn;
  if (isFine && kept.enteredOn === joined.enteredOnAfter)
    await keepParticipation(trx, kept.id, { enteredOn, ageAtEntry });
}

function bothOf(kept: Half, merged: Half, joined: Joined): [Participation, Participation] {
  const into = kept.participations.find(({ id }) => id === joined.into);
  const from = merged.participations.find(({ id }) => id === joined.id);
  if (!into || !from) throw new Conflict("changedMeanwhile");
  return [into, from];
}

/** Hours, exits, completeness and what indicators count as they come to for these persons now. */
async function refreshAll(one: Change, personIds: number[]): Promise<void> {
  const participations = await listParticipationsOf(one.trx, personIds);
  await refreshSupport(
    one.trx,
    participations.map(({ id }) => id),
  );
  for (const { id } of participations) {
    await refreshExit(one.trx, id);
    await refreshCompleteness(one.trx, id, { at: one.at, userId: one.by });
  }
  for (const projectId of await listProjectsOfPersons(one.trx, personIds))
    await refreshComputedIndicators(one.trx, projectId, ["support", "exits", "attendances"]);
}

function nameOf({ person }: Half) {
  const { firstName, surname, bornOn } = person;
  return { firstName: firstName ?? "", surname: surname ?? "", bornOn };
}

/** In the history of every project that is touched, by codes. */
function recordFor(
  one: Change,
  action: "participant.merged" | "participant.unmerged",
  { participations, joined }: MovedByMerge,
  kept: Half,
  merged: Half,
): void {
  const touched = new Set([...participations, ...joined.flatMap(({ id, into }) => [id, into])]);
  const own = [...kept.participations, ...merged.participations];
  for (const { id, projectId } of own.filter((participation) => touched.has(participation.id)))
    one.record({
      action,
      objectType: "participation",
      objectId: id,
      projectId,
      changes: { merged: [merged.person.code, kept.person.code] },
    });
}
