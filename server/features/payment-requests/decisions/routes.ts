import type { Router } from "express";
import { listClaimSums } from "../../../../db/queries/claim-sums.ts";
import { allow } from "../../../access/allow.ts";
import type { Deps } from "../../../deps.ts";
import { paths } from "../../../paths.ts";
import { authorOf, form } from "../../../web/form.ts";
import { loadFrame } from "../frame.ts";
import { backToRequest, requestOf, showRequestForm } from "../pages.ts";
import { decisionSchema } from "../schema.ts";
import { inState } from "../steps/routes.ts";
import { presentDecision } from "./presenter.ts";
import { decideRequest, reconsiderRequest } from "./service.ts";

export function addDecisionRoutes(router: Router, deps: Deps): void {
  const may = allow("payment-request:edit");
  const at = [":projectId", ":requestId"] as const;
  const decision = decisionForm(deps);
  router.get(paths.newRequestDecision(...at), may, decision.show);
  router.post(paths.requestDecision(...at), may, decision.submit);
  router.post(paths.requestReconsideration(...at), may, async (req, res) => {
    const { projectId, id } = requestOf(res);
    await reconsiderRequest(deps, authorOf(req, res), { projectId, id });
    backToRequest(res);
  });
}

function decisionForm(deps: Deps) {
  return form(deps, decisionSchema, {
    initial: (_req, res) => {
      const { version } = inState(res, ["submitted"]);
      return { version: String(version), decidedOn: res.locals.today };
    },
    show: async (_req, res, state) => {
      const request = requestOf(res);
      const frame = await loadFrame(deps.db, request);
      const [claims] = await listClaimSums(deps.db, frame.filter, request.id);
      showRequestForm(res, presentDecision(request, { frame, claims }, state, res.locals));
    },
    save: async (req, res, entry) => {
      const { projectId, id } = requestOf(res);
      await decideRequest(deps, authorOf(req, res), { projectId, id }, entry);
      backToRequest(res);
    },
  });
}
