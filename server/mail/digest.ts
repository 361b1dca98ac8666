import { listAgenda } from "../../db/queries/agenda.ts";
import { digestsEnabled, listGathered } from "../../db/queries/reminders.ts";
import { selectItems } from "../features/reminders/rules.ts";
import { addDays } from "../values/calendar-date.ts";
import { digestLetter } from "./digest-letter.ts";
import type { LetterBuilder } from "./letter.ts";

const DAYS_AHEAD = 30;
/** A long holiday brings the reminder of the thirtieth day forward by a few days. */
const DAYS_OF_REST = 10;

/**
 * The digest of a person: what crossed a step and is still open and theirs on that same day, by day; the
 * rest of the next thirty days as one line. Nothing left of it: no digest.
 */
export const buildDigest: LetterBuilder = async ({ db, config, today }, mail) => {
  const { recipient } = mail;
  const userId = recipient.userId ?? 0;
  if (!(await digestsEnabled(db, userId))) return { unneeded: "switched-off" };
  const gathered = await listGathered(db, mail.id);
  const to = addDays(today, DAYS_AHEAD + DAYS_OF_REST);
  const open = await listAgenda(db, { today, ownerUserId: userId, to });
  const items = selectItems(open, gathered);
  if (items.length === 0) return { unneeded: "nothing-due" };
  const shown = new Set(items);
  const horizon = addDays(today, DAYS_AHEAD);
  const rest = open.filter((item) => !shown.has(item) && item.dueOn <= horizon).length;
  return digestLetter({ recipient, items, rest, today, config });
};
