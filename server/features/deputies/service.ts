import {
  type Deputy,
  endDeputy as endStoredDeputy,
  findDeputy,
  insertDeputy,
  listDeputiesOf,
  listDeputizedBy,
  lockRepresented,
} from "../../../db/queries/deputies.ts";
import { listLivingUsers, type UserName } from "../../../db/queries/user-accounts.ts";
import { type Author, type Change, change } from "../../change.ts";
import type { Deps } from "../../deps.ts";
import { Conflict, InvalidInput, NotFound } from "../../errors.ts";
import type { CalendarDate } from "../../values/calendar-date.ts";
import { queueMails } from "../mails/service.ts";
import { overlap, stateOf } from "./rules.ts";
import type { DeputyEntry } from "./schema.ts";

export interface DeputyPage {
  /** Who stands in for the person, and for whom the person does. */
  deputies: Deputy[];
  deputized: Deputy[];
  /** Who may be named. */
  people: UserName[];
}

export async function loadDeputies(db: Deps["db"], userId: number): Promise<DeputyPage> {
  const [deputies, deputized, living] = await Promise.all([
    listDeputiesOf(db, userId),
    listDeputizedBy(db, userId),
    listLivingUsers(db),
  ]);
  return { deputies, deputized, people: living.filter(({ id }) => id !== userId) };
}

/**
 * Names who stands in for a person from one day to another. Days gone by are never given rights, and no
 * day has two deputies: it would be nobody's turn.
 */
export async function nameDeputy(
  deps: Pick<Deps, "db" | "clock">,
  author: Author,
  { userId, entry }: { userId: number; entry: DeputyEntry },
): Promise<number> {
  return change(deps, author, async (one) => {
    const person = await lockRepresented(one.trx, userId);
    if (!person) throw new NotFound("user");
    if (entry.fromOn < deps.clock.today()) throw new InvalidInput({ fromOn: "deputyFromPast" });
    const deputy = await livingDeputy(one, userId, entry);
    await refuseOverlap(one, userId, entry);
    const { fromOn, untilOn, note } = entry;
    const id = await insertDeputy(one.trx, {
      ...{ userId, deputyUserId: deputy.id, fromOn, untilOn, note },
      ...{ namedBy: one.by, createdAt: one.at },
    });
    // The note may say why somebody is away, which is nobody else's: it stays out of the history.
    record(one, "deputy.named", userId, {
      deputy: [null, deputy.name],
      fromOn: [null, fromOn],
      untilOn: [null, untilOn],
    });
    await tellOfDeputy(one, { id, userId, deputyUserId: deputy.id });
    return id;
  });
}

/** The deputy has to know; so has the person, where somebody else has named them. */
async function tellOfDeputy(
  { trx, at, by, isSilent }: Change,
  { id, userId, deputyUserId }: { id: number; userId: number; deputyUserId: number },
): Promise<void> {
  if (isSilent) return;
  const recipients = [deputyUserId, userId].filter((recipientUserId) => recipientUserId !== by);
  await queueMails(
    trx,
    recipients.map((recipientUserId) => ({
      ...{ kind: "immediate", template: "deputy-named", recipientUserId, at },
      ...{ subjectType: "deputy", subjectId: id },
      dedupeKey: `deputy-named:${id}:${recipientUserId}`,
    })),
  );
}

async function livingDeputy(
  { trx }: Change,
  userId: number,
  { deputyUserId }: DeputyEntry,
): Promise<UserName> {
  const living = await listLivingUsers(trx);
  const deputy = living.find(({ id }) => id === deputyUserId && id !== userId);
  if (!deputy) throw new InvalidInput({ deputyUserId: "unknownChoice" });
  return deputy;
}

async function refuseOverlap({ trx }: Change, userId: number, entry: DeputyEntry): Promise<void> {
  const named = await listDeputiesOf(trx, userId);
  const inTheWay = named.find((other) => other.endedAt === null && overlap(other, entry));
  if (inTheWay) throw new InvalidInput({ fromOn: `deputyOverlaps:${inTheWay.deputyName}` });
}

/** Ends it at once, or calls off what has not begun. The rights are gone with the next request. */
export async function endDeputy(
  deps: Pick<Deps, "db" | "clock">,
  author: Author,
  key: { id: number; userId: number },
): Promise<void> {
  await change(deps, author, async (one) => {
    const today: CalendarDate = deps.clock.today();
    await lockRepresented(one.trx, key.userId);
    const deputy = await findDeputy(one.trx, key);
    if (!deputy) throw new NotFound("deputy");
    if (stateOf(deputy, today) === "over") throw new Conflict("deputyOver");
    await endStoredDeputy(one.trx, { id: deputy.id, at: one.at });
    record(one, "deputy.ended", key.userId, {
      deputy: [deputy.deputyName, null],
      fromOn: [deputy.fromOn, null],
      untilOn: [deputy.untilOn, null],
    });
  });
}

function record(
  one: Change,
  action: string,
  userId: number,
  changes: Record<string, [unknown, unknown]>,
): void {
  one.record({ action, objectType: "user", objectId: userId, changes });
}
