import {
  eraseDocuments,
  erasePersons,
  eraseTraces,
  listEndsOf,
} from "../../../../db/queries/anonymisations.ts";
import { listLastPayments } from "../../../../db/queries/duties.ts";
import { findParticipant } from "../../../../db/queries/participants.ts";
import { listParticipationsOf } from "../../../../db/queries/participations.ts";
import { listRulesOfProjects } from "../../../../db/queries/support-rules.ts";
import { type Author, type Change, change } from "../../../change.ts";
import type { Deps } from "../../../deps.ts";
import { Conflict, InvalidInput, NotFound } from "../../../errors.ts";
import { removeFile } from "../../../files.ts";
import type { CalendarDate } from "../../../values/calendar-date.ts";
import { readDueRule } from "../../../values/due-rule.ts";
import { dropCertificateFiles } from "../../certificates/files/service.ts";
import { anchorDay, dueDatesBy } from "../../duties/rules.ts";
import { retentionEnd } from "../rules.ts";
import type { AnonymisationEntry } from "./schema.ts";

type Pieces = Pick<Deps, "db" | "clock" | "config">;

export interface Anonymised {
  participantId: number;
  /** With those merged into the person: they become anonymous together. */
  personIds: number[];
}

/**
 * Takes from a person's records everything by which they might be known, for good; codes, sex, age at entry
 * and hours stay, so that figures do not change. Files go after the rows have let go of them.
 * @throws InvalidInput while records have to be kept and nothing but their age speaks for it
 */
export async function anonymise(
  deps: Pieces,
  author: Author,
  { participantId, personIds }: Anonymised,
  entry: AnonymisationEntry,
): Promise<void> {
  const files = await change(deps, author, async (one) => {
    const person = await findParticipant(one.trx, participantId);
    if (!person) throw new NotFound("participant");
    if (person.anonymisedAt !== null) throw new Conflict("personAnonymised");
    const own = await listParticipationsOf(one.trx, personIds);
    const projectIds = [...new Set(own.map(({ projectId }) => projectId))];
    await checkReason(one, projectIds, entry, deps.clock.today());
    const erasure = { personIds, at: one.at };
    const documents = await eraseDocuments(one.trx, erasure);
    const certificates = await dropCertificateFiles(one, personIds);
    await eraseTraces(one.trx, erasure);
    await erasePersons(one.trx, erasure);
    const { reason, note } = entry;
    for (const { id, projectId } of own)
      one.record({
        action: "participant.anonymised",
        objectType: "participation",
        objectId: id,
        projectId,
        changes: { reason: [null, reason], note: [null, note] },
      });
    return [...documents, ...certificates];
  });
  for (const file of files) await removeFile(deps.config.dataDir, file);
}

/** The first day on which nothing obliges to keep records of these projects; null when no rule says. */
export async function keptUntil(
  db: Parameters<typeof listEndsOf>[0],
  projectIds: readonly number[],
): Promise<CalendarDate | null> {
  // One after another: within a transaction there is one connection.
  const ends = await listEndsOf(db, projectIds);
  const rules = await listRulesOfProjects(db, projectIds, ["retention-years"]);
  const payments = await listLastPayments(db, projectIds);
  return retentionEnd(
    ends.map((project) => {
      const written = rules.find(({ projectId }) => projectId === project.id)?.value;
      const rule = written === undefined ? undefined : readDueRule(written);
      const lastPaidOn = payments.find(({ projectId }) => projectId === project.id)?.paidOn ?? null;
      const anchor =
        rule && anchorDay(rule.anchor, { ...project, lastPaidOn, finalReportOn: null });
      return rule && anchor ? dueDatesBy(rule, anchor).dueOn : null;
    }),
  );
}

async function checkReason(
  { trx }: Change,
  projectIds: number[],
  { reason, note }: AnonymisationEntry,
  today: CalendarDate,
): Promise<void> {
  if (reason !== "retention") {
    if (note === null) throw new InvalidInput({ note: "required" });
    return;
  }
  const end = await keptUntil(trx, projectIds);
  if (end === null || today < end) throw new InvalidInput({ reason: "retentionLasts" });
}
