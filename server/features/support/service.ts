import type { Database, Transaction } from "../../../db/connection.ts";
import { listRulesInForce } from "../../../db/queries/offset-rules.ts";
import { lockProject, type ProjectSpan } from "../../../db/queries/project-locks.ts";
import {
  insertSupportPostings,
  listDailySupport,
  listPostedParticipations,
  listStandingPostings,
  listSupportTotals,
  type StoredPosting,
  type SupportPosting,
  updateKeptSupport,
} from "../../../db/queries/support-postings.ts";
import { listProjectsOfProgramme } from "../../../db/queries/support-rules.ts";
import { groupedBy } from "../../values/grouped.ts";
import { refreshComputedIndicators, thresholdsOf } from "../indicators/computing/service.ts";
import { EVER } from "../indicators/rules.ts";
import { ruleDayOf } from "../programme-rules/rules.ts";
import { minutesOf, type SupportRule, thresholdDay } from "./rules.ts";

const NOTHING_KEPT = { inPerson: 0, electronic: 0, thresholdOn: null };

export interface PostedBy {
  at: string;
  userId: number | null;
}

/** An entry for the ledger; exactly one source: a session, an internship day, or neither (by hand). */
export type NewPosting = Pick<SupportPosting, "participationId" | "form" | "minutes" | "validOn"> &
  Partial<Pick<SupportPosting, "sessionId" | "internshipDayId" | "supportCode" | "note">>;

/**
 * Writes support into the ledger. Of a session or an internship day a person has one entry that stands: a
 * posting for the same one says what holds now. It corrects the standing entry where it differs and changes
 * nothing where it does not; zero minutes take the entry away. By hand each posting is a new entry.
 */
export async function postSupport(
  trx: Transaction,
  postings: readonly NewPosting[],
  by: PostedBy,
): Promise<void> {
  const wanted = postings.map(completed);
  await lockProjectsOf(trx, wanted);
  const standing = new Map(
    (await standingOf(trx, wanted)).map((posting) => [placeOf(posting), posting]),
  );
  const rows = wanted.flatMap((posting) => {
    const before = posting.source === "hand" ? undefined : standing.get(placeOf(posting));
    if (before ? isSame(before, posting) : isNothing(posting)) return [];
    return [{ ...posting, correctsId: before?.id ?? null, ...recordedBy(by) }];
  });
  await insertSupportPostings(trx, rows);
  await refreshSupport(trx, participationsOf(rows));
}

/** Takes entries of these sessions or days away for whoever is not among `keep` any more. */
export async function withdrawSupport(
  trx: Transaction,
  from: { sessionIds?: readonly number[]; internshipDayIds?: readonly number[] },
  by: PostedBy & { note?: string },
): Promise<void> {
  const standing = await listStandingPostings(trx, {
    sessionIds: from.sessionIds ?? [],
    internshipDayIds: from.internshipDayIds ?? [],
  });
  const nothing = standing.map((posting) => ({
    ...posting,
    minutes: 0,
    note: by.note ?? posting.note,
  }));
  await postSupport(trx, nothing, by);
}

/** Puts an entry in place of another; the caller has made sure that nothing else stands in its place. */
export async function correctSupport(
  trx: Transaction,
  corrected: StoredPosting,
  correction: Partial<Pick<SupportPosting, "form" | "minutes" | "validOn" | "supportCode">> & {
    note: string;
  },
  by: PostedBy,
): Promise<number> {
  const { id: correctsId, ...before } = corrected;
  const row = { ...before, ...correction, correctsId, ...recordedBy(by) };
  const [id] = await insertSupportPostings(trx, [row]);
  await refreshSupport(trx, [corrected.participationId]);
  return id as number;
}

/**
 * Keeps minutes and the day of the threshold of these participations (and of those that stand for them)
 * true to the ledger, and the indicators counted from it. A merged one keeps none of its own: what it has is counted where it was merged into.
 */
export async function refreshSupport(
  trx: Transaction,
  participationIds: readonly number[],
): Promise<void> {
  if (participationIds.length === 0) return;
  const given = await listPostedParticipations(trx, participationIds);
  const standIns = given.flatMap(({ mergedIntoId }) => (mergedIntoId ? [mergedIntoId] : []));
  const merged = given.filter(({ mergedIntoId }) => mergedIntoId !== null);
  const own = given.filter(({ mergedIntoId }) => mergedIntoId === null);
  const roots = [...own, ...(await listPostedParticipations(trx, standIns))];
  await updateKeptSupport(
    trx,
    merged.map(({ id }) => ({ ...NOTHING_KEPT, participationId: id })),
  );
  for (const [projectId, ofProject] of groupedBy(roots, (one) => one.projectId)) {
    const ids = [...new Set(ofProject.map(({ id }) => id))];
    await keepSupport(trx, ids, await loadSupportRule(trx, await lockProject(trx, projectId)));
    await refreshComputedIndicators(trx, projectId, ["support"]);
  }
}

/** The same for everybody in the project: after the rule has changed. */
export async function refreshSupportOfProject(trx: Transaction, projectId: number): Promise<void> {
  const posted = await listSupportTotals(trx, projectId, EVER);
  await refreshSupport(
    trx,
    posted.map(({ participationId }) => participationId),
  );
}

/**
 * The same for every project that other rules bind after `work` than before it. A rule of a programme changes
 * once in years, and its projects are few: they all follow it at once.
 */
export async function refreshSupportByRules<T>(
  trx: Transaction,
  programme: string,
  work: () => Promise<T>,
): Promise<T> {
  const projectIds = await listProjectsOfProgramme(trx, programme);
  const before = await thresholdsOf(trx, projectIds);
  const result = await work();
  const after = await thresholdsOf(trx, projectIds);
  for (const [index, now] of after.entries()) {
    if (JSON.stringify(now) === JSON.stringify(before[index])) continue;
    await refreshSupportOfProject(trx, now.projectId);
  }
  return result;
}

async function keepSupport(trx: Transaction, ids: number[], rule: SupportRule): Promise<void> {
  const daily = groupedBy(await listDailySupport(trx, ids), (day) => day.participationId);
  const people = ids.map((participationId) => {
    const days = daily.get(participationId) ?? [];
    return { participationId, ...minutesOf(days), thresholdOn: thresholdDay(days, rule) };
  });
  await updateKeptSupport(trx, people);
}

/** The project's own rule, else the one in force on the day of its decision, or of its beginning. */
export async function loadSupportRule(
  db: Database,
  project: Omit<ProjectSpan, "endsOn">,
): Promise<SupportRule> {
  const found = await listRulesInForce(db, {
    projectId: project.id,
    programme: project.programme,
    kinds: ["support-threshold", "electronic-share-cap"],
    on: ruleDayOf(project),
  });
  const valueIn = (kind: string) => found.find((rule) => rule.kind === kind)?.value;
  const hours = valueIn("support-threshold");
  return {
    thresholdMinutes: hours === undefined ? null : Number(hours) * 60,
    electronicCapPercent: Number(valueIn("electronic-share-cap") ?? 100),
  };
}

async function standingOf(trx: Transaction, wanted: SupportPosting[]): Promise<StoredPosting[]> {
  const sessionIds = new Set(wanted.flatMap(({ sessionId }) => sessionId ?? []));
  const internshipDayIds = new Set(wanted.flatMap(({ internshipDayId }) => internshipDayId ?? []));
  if (sessionIds.size + internshipDayIds.size === 0) return [];
  return listStandingPostings(trx, {
    sessionIds: [...sessionIds],
    internshipDayIds: [...internshipDayIds],
  });
}

/** Of two changes to the ledger of a project at once the second one waits and sees the first. */
async function lockProjectsOf(trx: Transaction, wanted: SupportPosting[]): Promise<void> {
  const participations = await listPostedParticipations(trx, participationsOf(wanted));
  const projectIds = new Set(participations.map(({ projectId }) => projectId));
  for (const projectId of [...projectIds].sort((a, b) => a - b)) await lockProject(trx, projectId);
}

function completed(posting: NewPosting): SupportPosting {
  const { sessionId = null, internshipDayId = null, supportCode = null, note = null } = posting;
  const { participationId, form, minutes, validOn } = posting;
  const ofDay = internshipDayId === null ? "hand" : "internship-day";
  const source = sessionId === null ? ofDay : "session";
  const sourced = { source, sessionId, internshipDayId } as const;
  return { participationId, form, minutes, validOn, supportCode, note, ...sourced };
}

function placeOf({ participationId, sessionId, internshipDayId }: SupportPosting): string {
  return `${participationId}:${sessionId ?? ""}:${internshipDayId ?? ""}`;
}

/** A withdrawn entry is the same as another one of no minutes, whatever else it says. */
function isSame(before: SupportPosting, now: SupportPosting): boolean {
  if (isNothing(before) || isNothing(now)) return isNothing(before) && isNothing(now);
  return (
    before.minutes === now.minutes &&
    before.form === now.form &&
    before.validOn === now.validOn &&
    before.supportCode === now.supportCode
  );
}

function isNothing({ minutes }: SupportPosting): boolean {
  return minutes === 0;
}

function participationsOf(postings: readonly Pick<SupportPosting, "participationId">[]): number[] {
  return [...new Set(postings.map(({ participationId }) => participationId))];
}

function recordedBy({ at, userId }: PostedBy): { recordedAt: string; recordedBy: number | null } {
  return { recordedAt: at, recordedBy: userId };
}
