import { type Request, type Response, Router } from "express";
import {
  countCardsByService,
  findSocialService,
  listSocialServices,
  type SocialService,
} from "../../../db/queries/social-services.ts";
import { allow } from "../../access/allow.ts";
import type { Deps } from "../../deps.ts";
import { NotFound } from "../../errors.ts";
import { paths } from "../../paths.ts";
import type { Crumb } from "../../web/breadcrumbs.ts";
import { authorOf, type FormState, form } from "../../web/form.ts";
import { idParam } from "../../web/id-param.ts";
import { ruleTabs } from "../../web/rule-tabs.ts";
import { presentServiceForm, presentServices, serviceValues } from "./presenter.ts";
import { archivingSchema, editedServiceSchema, newServiceSchema } from "./schema.ts";
import { createService, editService, toggleServiceArchived } from "./service.ts";

/** The catalogue of kinds of social services. */
export function socialServiceRoutes(deps: Deps): Router {
  const router = Router();
  const administers = allow("rule:administer");
  router.get(paths.socialServices(), administers, (_req, res) => showList(deps, res));
  const created = newServiceForm(deps);
  router.get(paths.newSocialService(), administers, created.show);
  router.post(paths.socialServices(), administers, created.submit);
  const edited = editedServiceForm(deps);
  router.get(paths.editSocialService(":serviceId"), administers, edited.show);
  router.post(paths.socialService(":serviceId"), administers, edited.submit);
  const archived = archivingForm(deps);
  router.post(paths.socialServiceArchiving(":serviceId"), administers, archived.submit);
  return router;
}

async function showList({ db }: Pick<Deps, "db">, res: Response): Promise<void> {
  const [services, counts] = await Promise.all([listSocialServices(db), countCardsByService(db)]);
  const tabs = ruleTabs("socialServices", res.locals.texts);
  const model = presentServices(services, counts, tabs, res.locals);
  const { title } = model.pageHeader;
  res.locals.page("social-services/index", model, { title, breadcrumbs: crumbs(res) });
}

function crumbs(res: Response, ...rest: Crumb[]): Crumb[] {
  const { texts } = res.locals;
  const { title } = texts.socialServices;
  return [
    { label: texts.frame.navigation.administration },
    { label: texts.programmeRules.title, href: paths.rules() },
    rest.length > 0 ? { label: title, href: paths.socialServices() } : { label: title },
    ...rest,
  ];
}

function newServiceForm(deps: Deps) {
  return form(deps, newServiceSchema, {
    initial: async () => {
      const last = (await listSocialServices(deps.db)).at(-1)?.position ?? 0;
      return { position: String(last + 1), kind: "care" };
    },
    show: (_req, res, state) => showForm(res, state, null),
    save: async (req, res, entry) => {
      await createService(deps, authorOf(req, res), entry);
      res.locals.say("created");
      res.redirect(303, paths.socialServices());
    },
  });
}

function editedServiceForm(deps: Deps) {
  return form(deps, editedServiceSchema, {
    initial: async (req) => serviceValues(await serviceOf(deps, req)),
    show: async (req, res, state) => showForm(res, state, await serviceOf(deps, req)),
    save: async (req, res, entry) => {
      const { id } = await serviceOf(deps, req);
      await editService(deps, authorOf(req, res), { id, entry, formOf: serviceValues });
      res.locals.say("saved");
      res.redirect(303, paths.socialServices());
    },
  });
}

/** Into the archive and out of it; a press on an outdated page shows the form as it stands now. */
function archivingForm(deps: Deps) {
  return form(deps, archivingSchema, {
    show: async (req, res, state) => {
      const service = await serviceOf(deps, req);
      showForm(res, { ...state, values: serviceValues(service) }, service);
    },
    save: async (req, res, { version }) => {
      const service = await serviceOf(deps, req);
      const key = { id: service.id, version, formOf: serviceValues };
      await toggleServiceArchived(deps, authorOf(req, res), key);
      res.locals.say(service.archivedAt === null ? "archived" : "restored");
      res.redirect(303, paths.socialServices());
    },
  });
}

function showForm(res: Response, state: FormState, service: SocialService | null): void {
  const model = presentServiceForm(state, service, res.locals.texts);
  const { title } = model.pageHeader;
  const breadcrumbs = crumbs(res, { label: title });
  res.locals.page("social-services/form", model, { title, breadcrumbs });
}

async function serviceOf({ db }: Pick<Deps, "db">, req: Request): Promise<SocialService> {
  const service = await findSocialService(db, idParam(req.params.serviceId));
  if (!service) throw new NotFound("social service");
  return service;
}
