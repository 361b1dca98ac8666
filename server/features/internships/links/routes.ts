import type { Response, Router } from "express";
import { listUnconfirmedDays } from "../../../../db/queries/internship-days.ts";
import { listTrainees } from "../../../../db/queries/internship-people.ts";
import { allow, allowAnyone } from "../../../access/allow.ts";
import type { Deps } from "../../../deps.ts";
import { paths } from "../../../paths.ts";
import { addDays } from "../../../values/calendar-date.ts";
import { authorOf, form } from "../../../web/form.ts";
import { idParam } from "../../../web/id-param.ts";
import { noteShown } from "../../../web/personal-data.ts";
import { sumOf } from "../confirmations/service.ts";
import { internshipOf } from "../load-internship.ts";
import { backToInternship, showFormPage } from "../pages.ts";
import { hostOf } from "../people/routes.ts";
import { linkSchema, mentorAnswerSchema } from "../schema.ts";
import {
  presentConfirmation,
  presentDeadLink,
  presentLinkForm,
  presentThanks,
} from "./presenter.ts";
import { fingerprintOf, linkState } from "./rules.ts";
import { answerLink, askMentor, findLink, revokeLink } from "./service.ts";

const USUAL_DAYS = 14;

export function addLinkRoutes(router: Router, deps: Deps): void {
  const ids = [":projectId", ":internshipId"] as const;
  const door = allow("internship:edit");
  const asking = askingForm(deps);
  router.get(paths.newMentorLink(...ids, ":hostId"), door, asking.show);
  router.post(paths.mentorLinks(...ids, ":hostId"), door, asking.submit);
  const revocation = paths.mentorLinkRevocation(...ids, ":confirmationId");
  router.post(revocation, door, async (req, res) => {
    const internship = internshipOf(res);
    const id = idParam(req.params.confirmationId);
    await revokeLink(deps, authorOf(req, res), internship, id);
    backToInternship(res, internship, ["linkRevoked"]);
  });
  const answering = answeringForm(deps);
  router.get(paths.mentorConfirmation(":token"), allowAnyone(), answering.show);
  router.post(paths.mentorConfirmation(":token"), allowAnyone(), answering.submit);
}

function askingForm(deps: Deps) {
  return form(deps, linkSchema, {
    initial: async (req, res) => {
      const { mentorAgreedToMail } = await hostOf(deps, req, res);
      const answerBy = addDays(res.locals.today, USUAL_DAYS);
      return { answerBy, isMailed: mentorAgreedToMail ? "true" : "" };
    },
    show: async (req, res, state) => {
      const internship = internshipOf(res);
      const host = await hostOf(deps, req, res);
      const of = { internshipId: internship.id, hostId: host.id, until: res.locals.today };
      const minutes = sumOf(await listUnconfirmedDays(deps.db, of));
      showFormPage(res, presentLinkForm(internship, { host, minutes }, state, res.locals));
    },
    save: async (req, res, entry) => {
      const internship = internshipOf(res);
      const { id: hostId } = await hostOf(deps, req, res);
      await askMentor(deps, authorOf(req, res), internship, { hostId, entry });
      backToInternship(res, internship, ["linkMade"]);
    },
  });
}

/**
 * What a mentor sees. Looking at it uses nothing up, since mail servers open links before people do; the
 * address tells it to nobody else, and no search engine keeps it.
 */
function answeringForm(deps: Deps) {
  return form(deps, mentorAnswerSchema, {
    show: async (req, res, state) => {
      closeToOthers(res);
      const link = await findLink(deps, String(req.params.token));
      const fate = link === undefined ? "unknown" : linkState(link, res.locals.today);
      if (link === undefined || fate !== "open") return showDeadLink(res, fate);
      const { internshipId, hostId } = link;
      const days = await listUnconfirmedDays(deps.db, {
        internshipId,
        hostId,
        until: res.locals.today,
      });
      const trainees = await listTrainees(deps.db, internshipId);
      const shown = trainees.filter(({ id }) => days.some(({ traineeId }) => traineeId === id));
      if (shown.length > 0)
        await noteShown(deps, req, res, {
          action: "view",
          projectId: link.projectId,
          personCount: shown.length,
        });
      const model = presentConfirmation(
        { link, days, trainees: shown, action: req.path },
        { ...state, values: { ...state.values, seen: fingerprintOf(days) } },
        res.locals,
      );
      res.locals.page("internships/confirmation", model, { title: model.title });
    },
    save: async (req, res, entry) => {
      closeToOthers(res);
      const token = String(req.params.token);
      const link = await findLink(deps, token);
      const fate = link === undefined ? "unknown" : linkState(link, res.locals.today);
      if (fate !== "open") return showDeadLink(res, fate);
      await answerLink(deps, authorOf(req, res), token, entry);
      const model = presentThanks(entry.answer, res.locals.texts);
      res.locals.page("internships/dead-link", model, { title: model.title });
    },
  });
}

function closeToOthers(res: Response): void {
  res.set("Referrer-Policy", "no-referrer");
  res.set("X-Robots-Tag", "noindex, nofollow");
}

function showDeadLink(res: Response, fate: string): void {
  const model = presentDeadLink(fate, res.locals.texts);
  res.status(fate === "unknown" ? 404 : 410);
  res.locals.page("internships/dead-link", model, { title: model.title });
}
