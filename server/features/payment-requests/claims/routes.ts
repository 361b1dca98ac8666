import type { Request, Response, Router } from "express";
import { allow, can } from "../../../access/allow.ts";
import type { Deps } from "../../../deps.ts";
import { paths } from "../../../paths.ts";
import { authorOf, type FormState, form } from "../../../web/form.ts";
import { pageNumber, pageOf } from "../../../web/pagination.ts";
import { withQuery } from "../../../web/query-string.ts";
import { requestCrumbs, requestOf } from "../pages.ts";
import { presentRequest } from "../show/presenter.ts";
import { loadRequestPage } from "../show/service.ts";
import { type ClaimView, queryOf, scopeOf } from "./presenter.ts";
import { claimsSchema, cutsSchema } from "./schema.ts";
import { claimWhole, saveClaims, saveCuts } from "./service.ts";

/** The page of a request with the forms of what it claims and of what is cut of it. */
export function addClaimRoutes(router: Router, deps: Deps): void {
  const may = allow("payment-request:edit");
  const at = [":projectId", ":requestId"] as const;
  const show = (req: Request, res: Response, state: FormState) => showPage(deps, req, res, state);
  const claims = form(deps, claimsSchema, {
    show,
    save: async (req, res, sent) => {
      const { projectId, id } = requestOf(res);
      const wanted = { ...sent, readsPay: can(res, "staff-data:read") };
      await saveClaims(deps, authorOf(req, res), { projectId, id }, wanted);
      backToPage(req, res);
    },
  });
  const cuts = form(deps, cutsSchema, {
    show,
    save: async (req, res, sent) => {
      const { projectId, id } = requestOf(res);
      const wanted = { ...sent, readsPay: can(res, "staff-data:read") };
      await saveCuts(deps, authorOf(req, res), { projectId, id }, wanted);
      backToPage(req, res);
    },
  });
  router.get(paths.paymentRequest(...at), allow("payment-request:view"), claims.show);
  router.post(paths.claims(...at), may, claims.submit);
  router.post(paths.cuts(...at), may, cuts.submit);
  router.post(paths.wholeClaims(...at), may, async (req, res) => {
    const { projectId, id, periodId } = requestOf(res);
    const scope = periodId === null ? "all" : "period";
    await claimWhole(deps, authorOf(req, res), { projectId, id }, scope);
    backToPage(req, res);
  });
}

async function showPage(
  { db }: Pick<Deps, "db">,
  req: Request,
  res: Response,
  state: FormState,
): Promise<void> {
  const request = requestOf(res);
  const view = viewOf(req, res);
  const rights = {
    canEdit: can(res, "payment-request:edit"),
    readsPay: can(res, "staff-data:read"),
  };
  const page = await loadRequestPage(db, request, { ...view, page: pageOf(view.page) });
  const model = presentRequest(page, state, res.locals, { ...rights, view });
  const { title } = model.pageHeader;
  res.locals.page("payment-requests/show", model, { title, breadcrumbs: requestCrumbs(res) });
}

function viewOf(req: Request, res: Response): ClaimView {
  const scope = scopeOf(requestOf(res), can(res, "payment-request:edit"), req.query.scope);
  return { scope, page: pageNumber(req.query.page) };
}

function backToPage(req: Request, res: Response): void {
  const { projectId, id } = requestOf(res);
  res.locals.say("saved");
  const href = paths.paymentRequest(projectId, id);
  res.redirect(303, withQuery(href, queryOf(viewOf(req, res))));
}
