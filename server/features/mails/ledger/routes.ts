import { type Response, Router } from "express";
import { allow } from "../../../access/allow.ts";
import type { Deps } from "../../../deps.ts";
import { NotFound } from "../../../errors.ts";
import { paths } from "../../../paths.ts";
import { authorOf, parse } from "../../../web/form.ts";
import { idParam } from "../../../web/id-param.ts";
import { pageNumber, pageOf } from "../../../web/pagination.ts";
import { presentMail } from "./mail-presenter.ts";
import { presentLedger, presentMailBanner } from "./presenter.ts";
import { ledgerFilter, pauseSchema, readLedgerFilter } from "./schema.ts";
import {
  mailHealth,
  pauseSending,
  readLedger,
  readMail,
  releaseHeld,
  retryFailed,
  retryMail,
  wordingOf,
} from "./service.ts";

/** A letter carries its own style and nothing else; it may not run, load or send anything. */
const LETTER_POLICY = "sandbox; default-src 'none'; style-src 'unsafe-inline'";

export function ledgerRoutes(deps: Deps): Router {
  const router = Router();
  const guard = allow("mail:administer");
  const back = (res: Response, href: string) => {
    res.locals.say("saved");
    res.redirect(303, href);
  };

  router.get(paths.mail(), guard, async (req, res) => {
    const asked = readLedgerFilter(req.query);
    const page = pageNumber(req.query.page);
    const [ledger, health] = await Promise.all([
      readLedger(deps, { ...ledgerFilter(asked), ...pageOf(page) }),
      mailHealth(deps),
    ]);
    const { title } = res.locals.texts.outbox;
    const model = presentLedger({ ...ledger, asked, page, health }, res.locals);
    const banner = presentMailBanner(health, deps.clock.now(), res.locals);
    res.locals.page("mails/index", model, { title, banner, breadcrumbs: [{ label: title }] });
  });

  router.get(paths.mailMessage(":mailId"), guard, async (req, res) => {
    const { mail, attempts } = await readMail(deps, idParam(req.params.mailId));
    const wording = await wordingOf(deps, mail);
    const model = presentMail({ mail, attempts, wording }, res.locals);
    const { title } = model.pageHeader;
    const crumbs = [{ label: res.locals.texts.outbox.title, href: paths.mail() }, { label: title }];
    res.locals.page("mails/show", model, { title, breadcrumbs: crumbs });
  });

  router.get(paths.mailLetter(":mailId"), guard, async (req, res) => {
    const { mail } = await readMail(deps, idParam(req.params.mailId));
    const wording = await wordingOf(deps, mail);
    if (!("letter" in wording)) throw new NotFound("letter");
    res.set("Content-Security-Policy", LETTER_POLICY);
    res.type("html").send(wording.letter.html);
  });

  router.post(paths.mailRelease(), guard, async (req, res) => {
    await releaseHeld(deps, authorOf(req, res));
    back(res, paths.mail());
  });

  router.post(paths.mailRetries(), guard, async (req, res) => {
    await retryFailed(deps, authorOf(req, res));
    back(res, paths.mail());
  });

  router.post(paths.mailPause(), guard, async (req, res) => {
    const { paused } = parse(pauseSchema, { paused: req.body?.paused });
    await pauseSending(deps, authorOf(req, res), paused === "true");
    back(res, paths.mail());
  });

  router.post(paths.mailRetry(":mailId"), guard, async (req, res) => {
    const id = idParam(req.params.mailId);
    await readMail(deps, id);
    await retryMail(deps, authorOf(req, res), id);
    back(res, paths.mailMessage(id));
  });
  return router;
}
