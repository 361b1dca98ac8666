import { type Request, type Response, Router } from "express";
import { allow } from "../../access/allow.ts";
import { loadProject } from "../../access/load-project.ts";
import { projectOf, viewerOf } from "../../access/project-of.ts";
import type { Deps } from "../../deps.ts";
import { Conflict } from "../../errors.ts";
import { paths } from "../../paths.ts";
import { projectCrumbs } from "../../web/breadcrumbs.ts";
import { authorOf, type FormState, form } from "../../web/form.ts";
import type { presentFormPage } from "../../web/form-page.ts";
import { localAddress } from "../../web/safe-redirect.ts";
import {
  commentValues,
  presentCommentForm,
  presentNewComment,
  presentSettlement,
  settlementValues,
} from "./form-presenter.ts";
import { commentOf, loadComment } from "./load-comment.ts";
import { canBeRewritten } from "./rules.ts";
import { commentSchema, newCommentSchema, settlementSchema } from "./schema.ts";
import {
  addComment,
  editComment,
  settleComment,
  unsettleComment,
  withdrawComment,
} from "./service.ts";

export function commentRoutes(deps: Deps): Router {
  const router = Router();
  router.param("projectId", loadProject(deps));
  router.param("commentId", loadComment(deps));
  const writes = allow("comment:write");
  const settles = allow("comment:settle");
  const adding = addingForm(deps);
  router.get(paths.newComment(":projectId"), writes, adding.show);
  router.post(paths.comments(":projectId"), writes, adding.submit);
  const at = [":projectId", ":commentId"] as const;
  const editing = editingForm(deps);
  router.get(paths.editComment(...at), writes, editing.show);
  router.post(paths.comment(...at), writes, editing.submit);
  const settling = settlingForm(deps);
  router.get(paths.newCommentSettlement(...at), settles, settling.show);
  router.post(paths.commentSettlement(...at), settles, settling.submit);
  router.post(paths.commentSettlementRemoval(...at), settles, async (req, res) => {
    await unsettleComment(deps, authorOf(req, res), commentOf(res));
    goBack(res, commentOf(res), req.query.back);
  });
  router.post(paths.commentWithdrawal(...at), writes, async (req, res) => {
    await withdrawComment(deps, authorOf(req, res), commentOf(res));
    goBack(res, commentOf(res), req.query.back);
  });
  return router;
}

function addingForm(deps: Deps) {
  return form(deps, newCommentSchema, {
    initial: (req) => ({
      ...asked(req, "objectType", "objectId", "place", "back"),
    }),
    show: (_req, res, state) => {
      const back = localAddress(state.values.back, paths.project(projectOf(res).id));
      showForm(res, presentNewComment(state, { ...placeOf(res), back }, res.locals.texts));
    },
    save: async (req, res, entry) => {
      const { id: projectId } = projectOf(res);
      await addComment(deps, authorOf(req, res), { projectId, entry });
      goBack(res, entry, entry.back);
    },
  });
}

function editingForm(deps: Deps) {
  return form(deps, commentSchema, {
    initial: (req, res) => {
      const comment = commentOf(res);
      if (!canBeRewritten(comment, viewerOf(res).id)) throw new Conflict("commentNotYours");
      return { ...commentValues(comment), ...asked(req, "back") };
    },
    show: (_req, res, state) => {
      const of = { ...placeOf(res), back: backOf(res, state) };
      showForm(res, presentCommentForm(commentOf(res), state, of, res.locals.texts));
    },
    save: async (req, res, entry) => {
      const key = commentOf(res);
      await editComment(deps, authorOf(req, res), { key, entry, formOf: commentValues });
      goBack(res, key, entry.back);
    },
  });
}

function settlingForm(deps: Deps) {
  return form(deps, settlementSchema, {
    initial: (req, res) => ({ ...settlementValues(commentOf(res)), ...asked(req, "back") }),
    show: (_req, res, state) => {
      const of = { ...placeOf(res), back: backOf(res, state) };
      showForm(res, presentSettlement(commentOf(res), state, of, res.locals.texts));
    },
    save: async (req, res, entry) => {
      const key = commentOf(res);
      await settleComment(deps, authorOf(req, res), { key, entry, formOf: settlementValues });
      goBack(res, key, entry.back);
    },
  });
}

function showForm(res: Response, model: ReturnType<typeof presentFormPage>): void {
  const { title } = model.pageHeader;
  res.locals.page("partials/form-page", model, {
    title,
    breadcrumbs: projectCrumbs(res, { label: title }),
  });
}

function placeOf(res: Response) {
  return { projectId: projectOf(res).id };
}

function backOf(res: Response, state: FormState): string {
  const { projectId, objectType, objectId } = commentOf(res);
  return localAddress(state.values.back, paths.commented(projectId, objectType, objectId));
}

/** To the page the reader came from, where the box stands; else to the record itself. */
function goBack(
  res: Response,
  { objectType, objectId }: { objectType: string; objectId: number },
  back: unknown,
): void {
  res.locals.say("saved");
  const page = paths.commented(projectOf(res).id, objectType, objectId);
  res.redirect(303, localAddress(back, page));
}

function asked(req: Request, ...names: string[]): Record<string, string> {
  return Object.fromEntries(
    names.flatMap((name) => {
      const value = req.query[name];
      return typeof value === "string" ? [[name, value] as const] : [];
    }),
  );
}
