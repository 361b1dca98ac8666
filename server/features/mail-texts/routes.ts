import { randomUUID } from "node:crypto";
import { type Request, type Response, Router } from "express";
import { listMailTexts } from "../../../db/queries/mail-texts.ts";
import { allow } from "../../access/allow.ts";
import type { Deps } from "../../deps.ts";
import { InvalidInput, NotFound, SignInRequired } from "../../errors.ts";
import { sampleLetter } from "../../mail/sample.ts";
import { isWordedTemplate, type MailWords } from "../../mail/wording.ts";
import { paths } from "../../paths.ts";
import { isLanguage } from "../../texts/index.ts";
import { authorOf, type FormState, form, parse } from "../../web/form.ts";
import { stateOfPreview } from "../../web/form-page.ts";
import { presentMailText, presentMailTexts } from "./presenter.ts";
import { type MailTextEntry, mailTextSchema } from "./schema.ts";
import {
  faultsOf,
  type MailTextKey,
  readWordings,
  readWords,
  restoreWords,
  saveWords,
  sendSample,
  wordsTyped,
} from "./service.ts";

const AT = [":template", ":language"] as const;
/** A letter carries its own style and nothing else; it may not run, load or send anything. */
const LETTER_POLICY = "sandbox; default-src 'none'; style-src 'unsafe-inline'";

export function mailTextRoutes(deps: Deps): Router {
  const router = Router();
  const guard = allow("mail:administer");
  router.get(paths.mailTexts(), guard, async (_req, res) => {
    const model = presentMailTexts(await listMailTexts(deps.db), res.locals.texts);
    const { title } = model.pageHeader;
    res.locals.page("mail-texts/index", model, { title, breadcrumbs: crumbs(res) });
  });
  addForm(router, deps);
  router.get(paths.mailTextLetter(...AT), guard, async (req, res) => {
    const key = keyOf(req);
    const words = (await readWordings(deps.db, key.template))[key.language];
    res.set("Content-Security-Policy", LETTER_POLICY);
    res.type("html").send(letterOf(deps, key, words).html);
  });
  router.post(paths.mailTextSamples(...AT), guard, async (req, res) => {
    const { viewer } = res.locals;
    if (!viewer) throw new SignInRequired();
    await sendSample(deps, { ...authorOf(req, res), userId: viewer.id }, keyOf(req));
    back(req, res, "sampleQueued");
  });
  router.post(paths.mailTextRestoration(...AT), guard, async (req, res) => {
    await restoreWords(deps, authorOf(req, res), keyOf(req));
    back(req, res, "saved");
  });
  return router;
}

function addForm(router: Router, deps: Deps): void {
  const guard = allow("mail:administer");
  const show = (req: Request, res: Response, state: FormState) => showText(deps, req, res, state);
  const edited = form(deps, mailTextSchema, {
    initial: async (req) => {
      const { words, version } = await readWords(deps.db, keyOf(req));
      return { ...words, version: String(version) };
    },
    show,
    save: async (req, res, entry) => {
      await saveWords(deps, authorOf(req, res), keyOf(req), entry);
      back(req, res, "saved");
    },
  });
  router.get(paths.mailText(...AT), guard, edited.show);
  router.post(paths.mailText(...AT), guard, async (req, res, next) => {
    const entry = req.body?.preview === undefined ? undefined : sound(req);
    if (!entry) return edited.submit(req, res, next);
    await show(req, res, stateOfPreview(req, entry));
  });
}

/** What was typed, if it could be saved; otherwise the saving will say what is wrong. */
function sound(req: Request): MailTextEntry | undefined {
  try {
    const entry = parse(mailTextSchema, req.body);
    return Object.keys(faultsOf(keyOf(req).template, entry)).length === 0 ? entry : undefined;
  } catch (error) {
    if (error instanceof InvalidInput) return undefined;
    throw error;
  }
}

async function showText(deps: Deps, req: Request, res: Response, state: FormState): Promise<void> {
  const key = keyOf(req);
  const stored = (await readWordings(deps.db, key.template))[key.language];
  const typed = mailTextSchema.safeParse(state.values);
  const isSound = typed.success && Object.keys(faultsOf(key.template, typed.data)).length === 0;
  const letter = letterOf(deps, key, isSound ? wordsTyped(typed.data) : stored);
  const email = res.locals.viewer?.email ?? "";
  const model = presentMailText(
    { key, letter, isOwn: stored !== undefined, email, submission: randomUUID() },
    state,
    res.locals.texts,
  );
  const { title } = model.pageHeader;
  res.locals.page("mail-texts/edit", model, { title, breadcrumbs: crumbs(res, title) });
}

function letterOf({ config, clock }: Deps, key: MailTextKey, words: MailWords | undefined) {
  return sampleLetter({ ...key, words, publicUrl: config.publicUrl, today: clock.today() });
}

function keyOf(req: Request): MailTextKey {
  const { template, language } = req.params;
  if (!isWordedTemplate(String(template)) || !isLanguage(language)) throw new NotFound("letter");
  return { template: String(template) as MailTextKey["template"], language };
}

function crumbs(res: Response, label?: string) {
  const { texts } = res.locals;
  const mail = { label: texts.outbox.title, href: paths.mail() };
  const { title } = texts.mailTexts;
  if (label === undefined) return [mail, { label: title }];
  return [mail, { label: title, href: paths.mailTexts() }, { label }];
}

function back(req: Request, res: Response, flash: "saved" | "sampleQueued"): void {
  const { template, language } = keyOf(req);
  res.locals.say(flash);
  res.redirect(303, paths.mailText(template, language));
}
