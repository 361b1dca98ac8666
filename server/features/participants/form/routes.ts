import type { Router } from "express";
import { listCodeItems } from "../../../../db/queries/code-lists.ts";
import { listProjectPartners } from "../../../../db/queries/organisations.ts";
import { allow } from "../../../access/allow.ts";
import { projectOf } from "../../../access/project-of.ts";
import type { Deps } from "../../../deps.ts";
import { paths } from "../../../paths.ts";
import { authorOf, form } from "../../../web/form.ts";
import { noteShown } from "../../../web/personal-data.ts";
import { participationOf } from "../load-participation.ts";
import { showParticipantForm } from "../pages.ts";
import { cardValues, presentNewParticipant, presentParticipantForm } from "./presenter.ts";
import { cardLists } from "./rules.ts";
import { newParticipantSchema, participantSchema } from "./schema.ts";
import { cardOf, createParticipant, editParticipant } from "./service.ts";

export function addFormRoutes(router: Router, deps: Deps): void {
  const created = form(deps, newParticipantSchema, {
    initial: (_req, res) => ({ enteredOn: res.locals.today }),
    show: async (_req, res, state) => {
      const { id } = projectOf(res);
      const [items, partners] = await Promise.all([
        listCodeItems(deps.db, { lists: cardLists, on: res.locals.today }),
        listProjectPartners(deps.db, id),
      ]);
      const model = presentNewParticipant(id, { items, partners }, state, res.locals);
      showParticipantForm(res, model);
    },
    save: async (req, res, entry) => {
      const { id } = projectOf(res);
      const created = await createParticipant(deps, authorOf(req, res), id, entry);
      res.locals.say(created.isKnownHere ? "participantKnown" : "saved");
      res.redirect(303, paths.participant(id, created.participationId));
    },
  });
  const edited = form(deps, participantSchema, {
    initial: async (_req, res) => cardValues(await cardOf(deps, deps.db, participationOf(res))),
    show: async (req, res, state) => {
      const { today } = res.locals;
      const participation = participationOf(res);
      const kept = participation.targetGroupItemId ? [participation.targetGroupItemId] : [];
      const [card, partners, items] = await Promise.all([
        cardOf(deps, deps.db, participation),
        listProjectPartners(deps.db, participation.projectId),
        listCodeItems(deps.db, { lists: cardLists, on: today, kept }),
      ]);
      const { participantId } = participation;
      await noteShown(deps, req, res, { action: "view", participantId });
      const model = presentParticipantForm(card, { items, partners }, state, res.locals);
      showParticipantForm(res, model, card.person.code);
    },
    save: async (req, res, entry) => {
      const { projectId, id } = participationOf(res);
      const edit = { entry, formOf: cardValues };
      await editParticipant(deps, authorOf(req, res), { projectId, id }, edit);
      res.locals.say("saved");
      res.redirect(303, paths.participant(projectId, id));
    },
  });
  const door = allow("participant:edit");
  router.get(paths.newParticipant(":projectId"), door, created.show);
  router.post(paths.participants(":projectId"), door, created.submit);
  router.get(paths.editParticipant(":projectId", ":participationId"), door, edited.show);
  router.post(paths.participant(":projectId", ":participationId"), door, edited.submit);
}
