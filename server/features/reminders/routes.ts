import { Router } from "express";
import { listDigestReaders } from "../../../db/queries/reminders.ts";
import { allow } from "../../access/allow.ts";
import type { Deps } from "../../deps.ts";
import { paths } from "../../paths.ts";
import { foreseeDigests } from "./foresight/service.ts";
import { presentPreview } from "./preview-presenter.ts";

const MOST_DAYS = 60;

/** What the coming days will tell, for administrators. */
export function reminderRoutes(deps: Deps): Router {
  const router = Router();
  router.get(paths.mailPreview(), allow("mail:administer"), async (req, res) => {
    const asked = /^\d{1,2}$/.test(String(req.query.days)) ? Number(req.query.days) : 30;
    const foreseen = await foreseeDigests(deps, Math.min(asked, MOST_DAYS));
    const ids = [...new Set(foreseen.flatMap((digest) => digest.userId ?? []))];
    const model = presentPreview(foreseen, await listDigestReaders(deps.db, ids), res.locals);
    const { title, preview } = res.locals.texts.outbox;
    res.locals.page("mails/preview", model, {
      title: preview.title,
      breadcrumbs: [{ label: title, href: paths.mail() }, { label: preview.title }],
    });
  });
  return router;
}
