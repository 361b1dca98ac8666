import { Router } from "express";
import { allow, can } from "../../access/allow.ts";
import { loadProject } from "../../access/load-project.ts";
import { projectOf } from "../../access/project-of.ts";
import type { Deps } from "../../deps.ts";
import { paths } from "../../paths.ts";
import { sendWorkbook } from "../../web/workbook.ts";
import { addClaimRoutes } from "./claims/routes.ts";
import { addDecisionRoutes } from "./decisions/routes.ts";
import { addFormRoutes } from "./form/routes.ts";
import { presentRequestList } from "./list/presenter.ts";
import { loadRequestList } from "./list/service.ts";
import { requestSheet } from "./list/sheet.ts";
import { loadRequest, requestCrumbs } from "./pages.ts";
import { addReceiptRoutes } from "./receipts/routes.ts";
import { addStepRoutes } from "./steps/routes.ts";

export function paymentRequestRoutes(deps: Deps): Router {
  const router = Router();
  router.param("projectId", loadProject(deps));
  router.param("requestId", loadRequest(deps));
  router.get(
    paths.paymentRequests(":projectId"),
    allow("payment-request:view"),
    async (req, res) => {
      const { id: projectId } = projectOf(res);
      const now = { on: deps.clock.today(), asOf: deps.clock.now() };
      const list = await loadRequestList(deps.db, projectId, now);
      const { title, fileName } = res.locals.texts.paymentRequests;
      if (req.query.format === "xlsx") {
        const columns = requestSheet(res.locals);
        return sendWorkbook(res, {
          fileName,
          sheets: [{ name: title, columns, rows: list.lines }],
        });
      }
      const of = { projectId, canEdit: can(res, "payment-request:edit") };
      const model = presentRequestList(list, res.locals, of);
      res.locals.page("payment-requests/index", model, { title, breadcrumbs: requestCrumbs(res) });
    },
  );
  addFormRoutes(router, deps);
  addClaimRoutes(router, deps);
  addStepRoutes(router, deps);
  addDecisionRoutes(router, deps);
  addReceiptRoutes(router, deps);
  return router;
}
