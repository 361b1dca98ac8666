import type { Request, Response, Router } from "express";
import { findParticipant } from "../../../../db/queries/participants.ts";
import { listLedger } from "../../../../db/queries/support-ledger.ts";
import { findSupportPosting } from "../../../../db/queries/support-postings.ts";
import { allow, can } from "../../../access/allow.ts";
import { projectOf } from "../../../access/project-of.ts";
import type { Deps } from "../../../deps.ts";
import { NotFound } from "../../../errors.ts";
import { paths } from "../../../paths.ts";
import { projectCrumbs } from "../../../web/breadcrumbs.ts";
import { authorOf, form } from "../../../web/form.ts";
import { idParam } from "../../../web/id-param.ts";
import { noteShown } from "../../../web/personal-data.ts";
import { loadParticipation, participationOf } from "../../participants/load-participation.ts";
import { loadProspects } from "../prospects.ts";
import { presentLedger, presentPostingForm, valuesOfPosting } from "./presenter.ts";
import { correctionSchema, postingSchema } from "./schema.ts";
import { correctByHand, postByHand } from "./service.ts";

declare global {
  namespace Express {
    interface Locals {
      supportPosting?: Awaited<ReturnType<typeof findSupportPosting>>;
    }
  }
}

export function addLedgerRoutes(router: Router, deps: Deps): void {
  router.param("participationId", loadParticipation(deps));
  router.param("postingId", async (_req, res, next, text) => {
    const { projectId, id } = participationOf(res);
    const posting = await findSupportPosting(deps.db, { projectId, id: idParam(text) });
    if (posting?.participationId !== id) throw new NotFound("posting");
    res.locals.supportPosting = posting;
    next();
  });
  const person = [":projectId", ":participationId"] as const;
  const entry = [...person, ":postingId"] as const;
  const posting = newPostingForm(deps);
  const correction = correctionForm(deps);
  const may = allow("support:post");
  router.get(paths.personHours(...person), allow("personal-data:read"), (req, res) =>
    show(deps, req, res),
  );
  router.get(paths.newSupportPosting(...person), may, posting.show);
  router.post(paths.supportPostings(...person), may, posting.submit);
  router.get(paths.newSupportCorrection(...entry), may, correction.show);
  router.post(paths.supportCorrection(...entry), may, correction.submit);
}

async function show(deps: Deps, req: Request, res: Response): Promise<void> {
  const { projectId, id, participantId, mergedIntoId } = participationOf(res);
  if (mergedIntoId !== null) return res.redirect(303, paths.personHours(projectId, mergedIntoId));
  const [person, entries, prospects] = await Promise.all([
    findParticipant(deps.db, participantId),
    listLedger(deps.db, id),
    loadProspects(deps.db, projectOf(res), res.locals.today, id),
  ]);
  const [prospect] = prospects.people;
  if (!person || !prospect) throw new NotFound("participant");
  await noteShown(deps, req, res, { action: "view", participantId, personCount: 1 });
  const ledger = {
    projectId,
    participationId: id,
    person,
    prospect,
    rule: prospects.rule,
    entries,
  };
  const model = presentLedger(ledger, res.locals, {
    viewerId: res.locals.viewer?.id ?? null,
    canPost: can(res, "support:post"),
  });
  showPage(res, "support/show", model);
}

function newPostingForm(deps: Deps) {
  return form(deps, postingSchema, {
    initial: (_req, res) => ({ validOn: res.locals.today, form: "in-person" }),
    show: (_req, res, state) => {
      const { projectId, id: participationId } = participationOf(res);
      const page = { projectId, participationId, postingId: null };
      showPage(res, "partials/form-page", presentPostingForm(page, state, res.locals));
    },
    save: async (req, res, entry) => {
      const { projectId, id: participationId } = participationOf(res);
      await postByHand(deps, authorOf(req, res), { projectId, participationId }, entry);
      goBack(res);
    },
  });
}

function correctionForm(deps: Deps) {
  return form(deps, correctionSchema, {
    initial: (_req, res) => valuesOfPosting(postingOf(res)),
    show: (_req, res, state) => {
      const { projectId, id: participationId } = participationOf(res);
      const page = { projectId, participationId, postingId: postingOf(res).id };
      showPage(res, "partials/form-page", presentPostingForm(page, state, res.locals));
    },
    save: async (req, res, entry) => {
      const { projectId, id: participationId } = participationOf(res);
      const key = { projectId, participationId, postingId: postingOf(res).id };
      await correctByHand(deps, authorOf(req, res), key, entry);
      goBack(res);
    },
  });
}

function postingOf(res: Response) {
  const { supportPosting } = res.locals;
  if (!supportPosting) throw new NotFound("posting");
  return supportPosting;
}

function goBack(res: Response): void {
  const { projectId, id } = participationOf(res);
  res.locals.say("saved");
  res.redirect(303, paths.personHours(projectId, id));
}

function showPage(res: Response, view: string, model: { pageHeader: { title: string } }): void {
  const { title } = model.pageHeader;
  const list = {
    label: res.locals.texts.support.title,
    href: paths.hours(participationOf(res).projectId),
  };
  const breadcrumbs = projectCrumbs(res, list, { label: title });
  res.locals.page(view, model, { title, breadcrumbs });
}
