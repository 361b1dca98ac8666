import { type Request, type Response, Router } from "express";
import {
  countEventsByKind,
  type EventKind,
  findEventKind,
  listEventKinds,
} from "../../../db/queries/event-kinds.ts";
import { allow } from "../../access/allow.ts";
import type { Deps } from "../../deps.ts";
import { NotFound } from "../../errors.ts";
import { paths } from "../../paths.ts";
import type { Crumb } from "../../web/breadcrumbs.ts";
import { authorOf, form } from "../../web/form.ts";
import { idParam } from "../../web/id-param.ts";
import { ruleTabs } from "../../web/rule-tabs.ts";
import { kindValues, presentKindForm, presentKinds } from "./presenter.ts";
import { editedKindSchema, newKindSchema } from "./schema.ts";
import { createKind, editKind } from "./service.ts";

export function eventKindRoutes(deps: Deps): Router {
  const router = Router();
  const { db } = deps;
  const administers = allow("rule:administer");
  router.get(paths.eventKinds(), administers, async (_req, res) => {
    const [kinds, counts] = await Promise.all([listEventKinds(db), countEventsByKind(db)]);
    const tabs = ruleTabs("eventKinds", res.locals.texts);
    const model = presentKinds(kinds, counts, tabs, res.locals);
    const { title } = model.pageHeader;
    res.locals.page("event-kinds/index", model, { title, breadcrumbs: crumbs(res) });
  });
  const created = newKindForm(deps);
  router.get(paths.newEventKind(), administers, created.show);
  router.post(paths.eventKinds(), administers, created.submit);
  const edited = editedKindForm(deps);
  router.get(paths.editEventKind(":kindId"), administers, edited.show);
  router.post(paths.eventKind(":kindId"), administers, edited.submit);
  return router;
}

function crumbs(res: Response, ...rest: Crumb[]): Crumb[] {
  const { texts } = res.locals;
  return [
    { label: texts.frame.navigation.administration },
    { label: texts.programmeRules.title, href: paths.rules() },
    { label: texts.eventKinds.title, ...(rest.length > 0 && { href: paths.eventKinds() }) },
    ...rest,
  ];
}

function showForm(res: Response, model: ReturnType<typeof presentKindForm>): void {
  const { title } = model.pageHeader;
  res.locals.page("partials/form-page", model, {
    title,
    breadcrumbs: crumbs(res, { label: title }),
  });
}

function newKindForm(deps: Deps) {
  return form(deps, newKindSchema, {
    initial: async () => {
      const last = (await listEventKinds(deps.db)).at(-1)?.position ?? 0;
      return { position: String(last + 1), closing: "signed-sheet" };
    },
    show: (_req, res, state) => showForm(res, presentKindForm(state, null, res.locals.texts)),
    save: async (req, res, entry) => {
      await createKind(deps, authorOf(req, res), entry);
      res.locals.say("created");
      res.redirect(303, paths.eventKinds());
    },
  });
}

function editedKindForm(deps: Deps) {
  return form(deps, editedKindSchema, {
    initial: async (req) => kindValues(await kindOf(deps, req)),
    show: async (req, res, state) =>
      showForm(res, presentKindForm(state, await kindOf(deps, req), res.locals.texts)),
    save: async (req, res, entry) => {
      const { id } = await kindOf(deps, req);
      await editKind(deps, authorOf(req, res), { id, entry, formOf: kindValues });
      res.locals.say("saved");
      res.redirect(303, paths.eventKinds());
    },
  });
}

async function kindOf({ db }: Pick<Deps, "db">, req: Request): Promise<EventKind> {
  const kind = await findEventKind(db, idParam(String(req.params.kindId)));
  if (!kind) throw new NotFound("event kind");
  return kind;
}
