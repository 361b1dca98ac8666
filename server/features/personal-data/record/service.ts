import type { Database } from "../../../../db/connection.ts";
import { listAllCodes } from "../../../../db/queries/code-lists.ts";
import { EVER } from "../../../../db/queries/facts.ts";
import { listParticipantsById } from "../../../../db/queries/participants.ts";
import { listExits } from "../../../../db/queries/participation-exits.ts";
import { listParticipationsOf, type Participation } from "../../../../db/queries/participations.ts";
import { loadPersonRows } from "../../../../db/queries/person-records.ts";
import { listPersonSupport } from "../../../../db/queries/person-support.ts";
import { listAccessesTo } from "../../../../db/queries/personal-data-accesses.ts";
import type { Config } from "../../../config.ts";
import { NotFound } from "../../../errors.ts";
import type { PersonScope } from "../../participants/registry/service.ts";
import { readDisadvantage } from "../seal/service.ts";

const ESF_LISTS = ["esf-sex", "esf-labour-status", "esf-education", "esf-disadvantage", "esf-exit"];

/** Everything that is kept about a person, as far as the reader may know it; for the person to have. */
export async function loadPersonRecord(
  { db, config }: { db: Database; config: Config },
  participantId: number,
  scope: PersonScope,
) {
  const { personIds, readable, hasHidden } = scope;
  const projectIds = readable.map(({ id }) => id);
  const persons = await listParticipantsById(db, personIds);
  const person = persons.find(({ id }) => id === participantId);
  if (!person) throw new NotFound("participant");
  const all = await listParticipationsOf(db, personIds);
  const own = all.filter(({ projectId }) => projectIds.includes(projectId));
  const participationIds = own.map(({ id }) => id);
  const nameOf = new Map(readable.map(({ id, shortName }) => [id, shortName]));
  const [rows, support, accesses, items] = await Promise.all([
    loadPersonRows(db, { personIds, projectIds, participationIds }),
    listPersonSupport(db, participationIds),
    listAccessesTo(db, personIds),
    listAllCodes(db, ESF_LISTS),
  ]);
  const participations = [];
  for (const participation of own) {
    const exits = await listExits(db, participation.id, EVER);
    const projectName = nameOf.get(participation.projectId) ?? "";
    participations.push({ ...opened(config, participation), projectName, exits });
  }
  const merged = persons.filter(({ id }) => id !== participantId);
  return { person, merged, participations, support, ...rows, accesses, hasHidden, items };
}

export type PersonRecord = Awaited<ReturnType<typeof loadPersonRecord>>;

/** With the answer about disadvantage in place of what is sealed. */
function opened(config: Config, participation: Participation) {
  const { disadvantageSealed, ...fields } = participation;
  const disadvantage = readDisadvantage(config, participation.id, disadvantageSealed);
  return { ...fields, disadvantage };
}

/** The record as a file that a machine reads; of confidential events only that there were some. */
export function recordAsJson(record: PersonRecord, at: string): string {
  const named = <Row extends { isConfidential: boolean; eventTitle: string | null }>(rows: Row[]) =>
    rows.map((row) => (row.isConfidential ? { ...row, eventTitle: null } : row));
  const { registrations, attendances, support, items: codes, ...rest } = record;
  const shown = {
    ...rest,
    codes,
    registrations: named(registrations),
    attendances: named(attendances),
    support: named(support),
  };
  return JSON.stringify({ exportedAt: at, ...shown }, null, 2);
}
