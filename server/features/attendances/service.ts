import {
  type AttendanceCell,
  type CellPlace,
  deleteAttendances,
  listCellPlaces,
  lockEventState,
  writeAttendances,
} from "../../../db/queries/attendances.ts";
import { updateRegistrationsToRegistered } from "../../../db/queries/registrations.ts";
import { type Author, type Change, change } from "../../change.ts";
import type { Deps } from "../../deps.ts";
import { Conflict, InvalidInput, NotFound } from "../../errors.ts";
import { pragueDay } from "../../values/calendar-date.ts";
import { isOpen } from "../events/rules.ts";
import { refreshComputedIndicators } from "../indicators/computing/service.ts";
import { joinProject } from "../participants/service.ts";
import { type CellEntry, cellProblem, wasThere } from "./rules.ts";

export interface SessionKey {
  projectId: number;
  eventId: number;
  sessionId: number;
  /** Whether who attends takes part in the project by it. */
  countsAsSupport: boolean;
}

export interface SavedCell extends Omit<AttendanceCell, "state"> {
  state: AttendanceCell["state"] | null;
}

/**
 * Writes cells of one session, all of them or none. Whoever attends an event of support takes part in the
 * project from that day on; whoever was only invited is registered by coming.
 */
export async function saveCells(
  deps: Pick<Deps, "db" | "clock">,
  author: Author,
  key: SessionKey,
  entries: readonly CellEntry[],
): Promise<SavedCell[]> {
  return change(deps, author, async (one) => {
    const { trx, at, by } = one;
    if (!isOpen(await lockEventState(trx, key.eventId))) throw new Conflict("eventOver");
    const places = await placesOf(one, key, entries);
    const changed = entries
      .map((entry) => cellOf(entry, key))
      .filter((cell) => differs(cell, placeOf(places, cell.registrationId)));
    const written = changed.filter(isFilled);
    const emptied = changed.filter((cell) => !isFilled(cell));
    await writeAttendances(trx, written, { at, userId: by });
    const registrationIds = emptied.map(({ registrationId }) => registrationId);
    await deleteAttendances(trx, { sessionId: key.sessionId, registrationIds });
    const came = written
      .filter(({ state }) => wasThere(state))
      .map((cell) => placeOf(places, cell.registrationId));
    await countIn(one, key, came);
    const hasMoved = changed.some(
      (cell) => wasThere(cell.state) !== wasThere(placeOf(places, cell.registrationId).state),
    );
    if (hasMoved) await refreshComputedIndicators(trx, key.projectId, ["attendances"]);
    for (const cell of changed) recordCell(one, key, cell, placeOf(places, cell.registrationId));
    return entries.map((entry) => cellOf(entry, key));
  });
}

async function placesOf(
  { trx, at }: Change,
  key: SessionKey,
  entries: readonly CellEntry[],
): Promise<Map<number, CellPlace>> {
  const registrationIds = [...new Set(entries.map(({ registrationId }) => registrationId))];
  const found = await listCellPlaces(trx, { ...key, registrationIds });
  if (found.length !== registrationIds.length) throw new NotFound("cell");
  const places = new Map(found.map((place) => [place.registrationId, place]));
  for (const entry of entries) {
    const problem = cellProblem(entry, placeOf(places, entry.registrationId), pragueDay(at));
    if (problem) throw new InvalidInput({ cell: problem });
  }
  return places;
}

async function countIn(one: Change, key: SessionKey, came: CellPlace[]): Promise<void> {
  const { trx, at, by } = one;
  const unregistered = came.filter(({ registrationState }) => registrationState !== "registered");
  await updateRegistrationsToRegistered(
    trx,
    unregistered.map(({ registrationId }) => registrationId),
    at,
  );
  if (!key.countsAsSupport) return;
  for (const { participantId, heldOn: enteredOn, ...place } of came) {
    const isInside = place.enteredOn !== null && place.enteredOn <= enteredOn;
    const hasLeft = place.exitedOn !== null && place.exitedOn < enteredOn;
    if (isInside && !hasLeft) continue;
    await joinProject(
      trx,
      { participantId, projectId: key.projectId, enteredOn },
      { at, userId: by },
    );
  }
}

function cellOf(
  { registrationId, state, minutes }: CellEntry,
  { sessionId }: SessionKey,
): SavedCell {
  return { registrationId, sessionId, state, minutes: state === "left-early" ? minutes : null };
}

function isFilled(cell: SavedCell): cell is AttendanceCell {
  return cell.state !== null;
}

function differs(cell: SavedCell, place: CellPlace): boolean {
  return cell.state !== place.state || cell.minutes !== place.minutes;
}

function placeOf(places: Map<number, CellPlace>, registrationId: number): CellPlace {
  const place = places.get(registrationId);
  if (!place) throw new NotFound("cell");
  return place;
}

function recordCell({ record }: Change, key: SessionKey, cell: SavedCell, place: CellPlace): void {
  record({
    action: "attendance.recorded",
    objectType: "registration",
    objectId: cell.registrationId,
    projectId: key.projectId,
    changes: {
      heldOn: [null, place.heldOn],
      attendance: [place.state, cell.state],
      ...(place.minutes === cell.minutes ? {} : { minutes: [place.minutes, cell.minutes] }),
    },
  });
}
