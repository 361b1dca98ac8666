import { Router } from "express";
import type { Database } from "../../../db/connection.ts";
import { listReminderRecipients } from "../../../db/queries/reminder-recipients.ts";
import { allow } from "../../access/allow.ts";
import type { Deps } from "../../deps.ts";
import { paths } from "../../paths.ts";
import { type ForeseenDigest, foreseeDigests } from "./foresight/service.ts";
import { presentPreview } from "./preview-presenter.ts";

const USUAL_DAYS = 30;
const MOST_DAYS = 60;

/** What the coming days will tell, for administrators. */
export function reminderRoutes(deps: Deps): Router {
  const router = Router();
  router.get(paths.mailPreview(), allow("mail:administer"), async (req, res) => {
    const days = daysAsked(req.query.days);
    const foreseen = await foreseeDigests(deps, days);
    const recipients = await recipientsOf(deps.db, foreseen);
    const model = presentPreview({ days, foreseen }, recipients, res.locals);
    const { title } = model.pageHeader;
    res.locals.page("mails/preview", model, {
      title,
      breadcrumbs: [{ label: res.locals.texts.outbox.title, href: paths.mail() }, { label: title }],
    });
  });
  return router;
}

function daysAsked(asked: unknown): number {
  const days = /^\d{1,2}$/.test(String(asked)) ? Number(asked) : USUAL_DAYS;
  return Math.max(1, Math.min(days, MOST_DAYS));
}

/** Whom the digests go to, and in whose place. */
function recipientsOf(db: Database, foreseen: readonly ForeseenDigest[]) {
  const behalf = foreseen.flatMap(({ things }) => things.map((thing) => thing.onBehalfOfId));
  const users = [...foreseen.map(({ userId }) => userId), ...behalf];
  const contacts = foreseen.map(({ contactId }) => contactId);
  return listReminderRecipients(db, { userIds: known(users), contactIds: known(contacts) });
}

function known(ids: readonly (number | null)[]): number[] {
  return [...new Set(ids)].filter((id) => id !== null);
}
