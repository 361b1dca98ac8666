import type { Response, Router } from "express";
import type { RequestState } from "../../../../db/queries/payment-requests.ts";
import { allow } from "../../../access/allow.ts";
import type { Deps } from "../../../deps.ts";
import { Conflict } from "../../../errors.ts";
import { paths } from "../../../paths.ts";
import { authorOf, form } from "../../../web/form.ts";
import { loadFrame } from "../frame.ts";
import { backToRequest, requestOf, showRequestForm } from "../pages.ts";
import { reasonSchema, submissionSchema } from "../schema.ts";
import { askingOf } from "../sums.ts";
import { presentReturn, presentSubmission, presentWithdrawal } from "./presenter.ts";
import { returnRequest, submitRequest, withdrawRequest } from "./service.ts";

export function addStepRoutes(router: Router, deps: Deps): void {
  const may = allow("payment-request:edit");
  const at = [":projectId", ":requestId"] as const;
  const submission = submissionForm(deps);
  router.get(paths.newRequestSubmission(...at), may, submission.show);
  router.post(paths.requestSubmission(...at), may, submission.submit);
  const returned = returnForm(deps);
  router.get(paths.newRequestReturn(...at), may, returned.show);
  router.post(paths.requestReturn(...at), may, returned.submit);
  const withdrawal = withdrawalForm(deps);
  router.get(paths.newRequestWithdrawal(...at), may, withdrawal.show);
  router.post(paths.requestWithdrawal(...at), may, withdrawal.submit);
}

function submissionForm(deps: Deps) {
  return form(deps, submissionSchema, {
    initial: (_req, res) => {
      const { version } = inState(res, ["draft", "returned"]);
      return { version: String(version), submittedOn: res.locals.today };
    },
    show: async (_req, res, state) => {
      const request = requestOf(res);
      const asking = await askingOf(deps.db, request, await loadFrame(deps.db, request));
      showRequestForm(res, presentSubmission(request, asking, state, res.locals));
    },
    save: async (req, res, entry) => {
      const { projectId, id } = requestOf(res);
      await submitRequest(deps, authorOf(req, res), { projectId, id }, entry);
      backToRequest(res);
    },
  });
}

function returnForm(deps: Deps) {
  return form(deps, reasonSchema, {
    initial: (_req, res) => ({ version: String(inState(res, ["submitted"]).version) }),
    show: (_req, res, state) =>
      showRequestForm(res, presentReturn(requestOf(res), state, res.locals)),
    save: async (req, res, entry) => {
      const { projectId, id } = requestOf(res);
      await returnRequest(deps, authorOf(req, res), { projectId, id }, entry);
      backToRequest(res);
    },
  });
}

function withdrawalForm(deps: Deps) {
  return form(deps, reasonSchema, {
    initial: (_req, res) => ({
      version: String(inState(res, ["draft", "submitted", "returned"]).version),
    }),
    show: (_req, res, state) =>
      showRequestForm(res, presentWithdrawal(requestOf(res), state, res.locals)),
    save: async (req, res, entry) => {
      const { projectId, id } = requestOf(res);
      await withdrawRequest(deps, authorOf(req, res), { projectId, id }, entry);
      backToRequest(res);
    },
  });
}

/** The request, if the step may be taken from its state. */
export function inState(res: Response, from: readonly RequestState[]) {
  const request = requestOf(res);
  if (!from.includes(request.state)) throw new Conflict("requestStep");
  return request;
}
