import { findSessionOf, revokeSession, revokeSessionsOf } from "../../../../db/queries/sessions.ts";
import { findPreferences, updatePreferences } from "../../../../db/queries/users.ts";
import { type Author, change } from "../../../change.ts";
import type { Deps } from "../../../deps.ts";
import { editedMeanwhile } from "../../../edited-meanwhile.ts";
import { NotFound } from "../../../errors.ts";
import { changedFields } from "../../../values/changed-fields.ts";
import { czechSortKey } from "../../../values/fold.ts";
import { preferenceValues } from "./rules.ts";
import type { PreferencesEntry } from "./schema.ts";

export async function savePreferences(
  deps: Pick<Deps, "db" | "clock">,
  author: Author,
  userId: number,
  { version, ...entry }: PreferencesEntry,
): Promise<void> {
  await change(deps, author, async ({ trx, record }) => {
    const before = await findPreferences(trx, userId);
    if (!before) throw new NotFound("user");
    const { version: current, ...stored } = before;
    const edited = { id: userId, ...entry, sortKey: czechSortKey(entry.name), version };
    if (!(await updatePreferences(trx, edited))) {
      const values = preferenceValues(before);
      throw await editedMeanwhile(trx, {
        objectType: "user",
        objectId: userId,
        version: current,
        values,
      });
    }
    const changes = changedFields(stored, entry);
    record({ action: "profile.edited", objectType: "user", objectId: userId, changes });
  });
}

/** Ends one session of one's own; somebody else's is as missing as a missing one. */
export async function closeOwnSession(
  deps: Pick<Deps, "db" | "clock">,
  author: Author,
  session: { idHash: string; userId: number },
): Promise<void> {
  await change(deps, author, async ({ trx, at, record }) => {
    if (!(await findSessionOf(trx, session))) throw new NotFound("session");
    await revokeSession(trx, { ...session, at });
    record({ action: "session.closed", objectType: "user", objectId: session.userId });
  });
}

export async function closeOtherSessions(
  deps: Pick<Deps, "db" | "clock">,
  author: Author,
  { userId, idHash }: { userId: number; idHash: string },
): Promise<void> {
  await change(deps, author, async ({ trx, at, record }) => {
    await revokeSessionsOf(trx, { userId, at, exceptIdHash: idHash });
    record({ action: "sessions.closed", objectType: "user", objectId: userId });
  });
}
