import { listCodeItems } from "../../../../db/queries/code-lists.ts";
import { EVER } from "../../../../db/queries/facts.ts";
import {
  insertExit,
  listExits,
  type ParticipationExit,
} from "../../../../db/queries/participation-exits.ts";
import { findParticipation, type Participation } from "../../../../db/queries/participations.ts";
import { type Author, type Change, change } from "../../../change.ts";
import type { Deps } from "../../../deps.ts";
import { Conflict, InvalidInput, NotFound } from "../../../errors.ts";
import { refreshExit } from "../service.ts";
import type { ExitEntry } from "./schema.ts";

interface Key {
  projectId: number;
  id: number;
}

/** Puts down that the participation ended on a day, and into what. */
export async function recordExit(
  deps: Pick<Deps, "db" | "clock">,
  author: Author,
  key: Key,
  entry: ExitEntry,
): Promise<number> {
  return change(deps, author, async (one) => {
    const participation = await participationAt(one, key);
    const id = await appendExit(one, participation, entry, { today: deps.clock.today() });
    one.record({
      action: "participant.left",
      objectType: "participation",
      objectId: key.id,
      projectId: key.projectId,
      changes: { exitedOn: [participation.exitedOn, entry.validOn] },
    });
    return id;
  });
}

/** Says what holds in place of an exit put down before; the row before stays and says it was corrected. */
export async function correctExit(
  deps: Pick<Deps, "db" | "clock">,
  author: Author,
  key: Key,
  { exitId, entry }: { exitId: number; entry: ExitEntry },
): Promise<number> {
  return change(deps, author, async (one) => {
    const participation = await participationAt(one, key);
    const corrected = (await listExits(one.trx, key.id, EVER)).find(({ id }) => id === exitId);
    if (!corrected) throw new Conflict("alreadyCorrected");
    const today = deps.clock.today();
    const id = await appendExit(one, participation, entry, { today, corrected });
    const exitedOn = entry.isWithdrawn ? null : entry.validOn;
    one.record({
      action: "participant.exit-corrected",
      objectType: "participation",
      objectId: key.id,
      projectId: key.projectId,
      changes: { exitedOn: [corrected.validOn, exitedOn] },
    });
    return id;
  });
}

async function participationAt({ trx }: Change, key: Key): Promise<Participation> {
  const participation = await findParticipation(trx, key);
  if (!participation) throw new NotFound("participant");
  if (participation.mergedIntoId !== null) throw new Conflict("participationMerged");
  return participation;
}

async function appendExit(
  one: Change,
  participation: Participation,
  entry: ExitEntry,
  { today, corrected }: { today: string; corrected?: ParticipationExit },
): Promise<number> {
  if (entry.validOn > today) throw new InvalidInput({ validOn: "notInFuture" });
  if (entry.validOn < participation.enteredOn)
    throw new InvalidInput({ validOn: "endBeforeStart" });
  const known = await listCodeItems(one.trx, { lists: ["esf-exit"], on: today });
  const kept = corrected?.codes.split("|") ?? [];
  const isKnown = (code: string) => kept.includes(code) || known.some((item) => item.code === code);
  if (!entry.codes.every(isKnown)) throw new InvalidInput({ codes: "unknownChoice" });
  const isWithdrawn = entry.isWithdrawn ?? false;
  const id = await insertExit(one.trx, {
    participationId: corrected?.participationId ?? participation.id,
    isWithdrawn,
    codes: isWithdrawn ? "" : entry.codes.join("|"),
    note: entry.note,
    validOn: entry.validOn,
    recordedAt: one.at,
    recordedBy: one.by,
    correctsId: corrected?.id ?? null,
  });
  await refreshExit(one.trx, participation.id);
  return id;
}
