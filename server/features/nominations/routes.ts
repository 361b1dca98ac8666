import { type Response, Router } from "express";
import { countPeople } from "../../../db/queries/event-people.ts";
import { listNominationLinks } from "../../../db/queries/nomination-links.ts";
import { listOrganisationNames } from "../../../db/queries/organisations.ts";
import { allow, can } from "../../access/allow.ts";
import { loadProject } from "../../access/load-project.ts";
import type { Deps } from "../../deps.ts";
import { Conflict } from "../../errors.ts";
import { paths } from "../../paths.ts";
import { authorOf, form } from "../../web/form.ts";
import { idParam } from "../../web/id-param.ts";
import { eventCrumbs, presentEventHeader } from "../events/header.ts";
import { insideOnly } from "../events/inside-only.ts";
import { eventOf, loadEvent } from "../events/load-event.ts";
import { addAnsweringRoutes } from "./answering/routes.ts";
import { presentNominations, presentRequestForm } from "./presenter.ts";
import { nominationToken, opennessOf, proposedDeadline } from "./rules.ts";
import { requestSchema } from "./schema.ts";
import { nudgeNomination, requestNomination, revokeNomination } from "./service.ts";

const AT = [":projectId", ":eventId"] as const;

export function nominationRoutes(deps: Deps): Router {
  const router = Router();
  router.param("projectId", loadProject(deps));
  router.param("eventId", loadEvent(deps));
  const door = [allow("registration:edit"), insideOnly];
  router.get(paths.nominations(...AT), ...door, (_req, res) => showList(deps, res));
  const request = requestForm(deps);
  router.get(paths.newNomination(...AT), ...door, request.show);
  router.post(paths.nominations(...AT), ...door, request.submit);
  router.post(paths.nominationNudges(...AT, ":linkId"), ...door, async (req, res) => {
    await nudgeNomination(deps, authorOf(req, res), linkKey(res, req.params.linkId));
    backToList(res, "nominationNudged");
  });
  router.post(paths.nominationRevocation(...AT, ":linkId"), ...door, async (req, res) => {
    await revokeNomination(deps, authorOf(req, res), linkKey(res, req.params.linkId));
    backToList(res, "linkRevoked");
  });
  addAnsweringRoutes(router, deps);
  return router;
}

async function showList({ db, config }: Pick<Deps, "db" | "config">, res: Response): Promise<void> {
  const event = eventOf(res);
  const [links, people] = await Promise.all([
    listNominationLinks(db, event.id),
    countPeople(db, event.id),
  ]);
  const { add, ...model } = presentNominations(
    {
      event,
      links,
      canEdit: can(res, "registration:edit"),
      isOpen: takesNominations(res),
      addressOf: (link) =>
        `${config.publicUrl}${paths.nomination(nominationToken(config.secretKey, link))}`,
    },
    res.locals,
  );
  const { title } = res.locals.texts.nominations;
  const pageHeader = {
    ...presentEventHeader(res, "nominations", { people }),
    actions: add === null ? {} : { primary: add },
  };
  const breadcrumbs = eventCrumbs(res, { label: title });
  res.locals.page("nominations/index", { ...model, pageHeader }, { title, breadcrumbs });
}

function takesNominations(res: Response): boolean {
  const fresh = { answer: null, answerBy: "9999-12-31", revokedAt: null };
  return opennessOf(fresh, eventOf(res), res.locals.today) === "open";
}

function requestForm(deps: Deps) {
  return form(deps, requestSchema, {
    initial: (_req, res) => {
      if (!takesNominations(res)) throw new Conflict("nominationOver");
      const { startsOn } = eventOf(res);
      return { places: "2", answerBy: proposedDeadline(startsOn, res.locals.today) };
    },
    show: async (_req, res, state) => {
      const event = eventOf(res);
      const { texts } = res.locals;
      const model = presentRequestForm(event, state, res.locals);
      const organisations = await listOrganisationNames(deps.db);
      const { title } = model.pageHeader;
      const list = {
        label: texts.nominations.title,
        href: paths.nominations(event.projectId, event.id),
      };
      const breadcrumbs = eventCrumbs(res, list, { label: title });
      res.locals.page("nominations/new", { ...model, organisations }, { title, breadcrumbs });
    },
    save: async (req, res, entry) => {
      const { projectId, id: eventId } = eventOf(res);
      await requestNomination(deps, authorOf(req, res), { projectId, eventId }, entry);
      backToList(res, "nominationAsked");
    },
  });
}

function linkKey(res: Response, text: unknown) {
  const { projectId, id: eventId } = eventOf(res);
  return { projectId, eventId, id: idParam(String(text)) };
}

type Said = Parameters<Response["locals"]["say"]>[0];

function backToList(res: Response, said: Said): void {
  const { projectId, id } = eventOf(res);
  res.locals.say(said);
  res.redirect(303, paths.nominations(projectId, id));
}
