import type { RequestParamHandler, Response } from "express";
import { findPaymentRequest, type PaymentRequest } from "../../../db/queries/payment-requests.ts";
import { projectOf } from "../../access/project-of.ts";
import type { Deps } from "../../deps.ts";
import { NotFound } from "../../errors.ts";
import { paths } from "../../paths.ts";
import { type Crumb, projectCrumbs } from "../../web/breadcrumbs.ts";
import type { presentFormPage } from "../../web/form-page.ts";
import { idParam } from "../../web/id-param.ts";
import { requestName } from "./words.ts";

const loaded = new WeakMap<Response, PaymentRequest>();

/** Finds the request inside the project of the address. */
export function loadRequest({ db }: Pick<Deps, "db">): RequestParamHandler {
  return async (_req, res, next, text) => {
    const projectId = res.locals.project?.id;
    if (projectId === undefined) throw new NotFound("project");
    const request = await findPaymentRequest(db, { projectId, id: idParam(text) });
    if (!request) throw new NotFound("payment request");
    loaded.set(res, request);
    next();
  };
}

/** The request that `loadRequest` has put at hand. */
export function requestOf(res: Response): PaymentRequest {
  const request = loaded.get(res);
  if (!request) throw new NotFound("payment request");
  return request;
}

export function requestCrumbs(res: Response, ...rest: Crumb[]): Crumb[] {
  const { texts } = res.locals;
  const { id } = projectOf(res);
  const list = { label: texts.paymentRequests.title, href: paths.paymentRequests(id) };
  const request = loaded.get(res);
  if (!request) return projectCrumbs(res, list, ...rest);
  const label = requestName(request, res.locals);
  return projectCrumbs(res, list, { label, href: paths.paymentRequest(id, request.id) }, ...rest);
}

export function showRequestForm(res: Response, model: ReturnType<typeof presentFormPage>): void {
  const { title } = model.pageHeader;
  const breadcrumbs = requestCrumbs(res, { label: title });
  res.locals.page("partials/form-page", model, { title, breadcrumbs });
}

export function backToRequest(res: Response): void {
  const { projectId, id } = requestOf(res);
  res.locals.say("saved");
  res.redirect(303, paths.paymentRequest(projectId, id));
}
