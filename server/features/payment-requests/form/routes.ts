import type { Response, Router } from "express";
import { findLastNumber } from "../../../../db/queries/payment-requests.ts";
import { listPeriods } from "../../../../db/queries/periods.ts";
import { allow } from "../../../access/allow.ts";
import { projectOf } from "../../../access/project-of.ts";
import type { Deps } from "../../../deps.ts";
import { paths } from "../../../paths.ts";
import { authorOf, type FormState, form } from "../../../web/form.ts";
import { backToRequest, requestOf, showRequestForm } from "../pages.ts";
import { editedRequestSchema, newRequestSchema } from "../schema.ts";
import { createPaymentRequest, editPaymentRequest } from "../service.ts";
import { presentRequestForm, proposedValues, requestValues } from "./presenter.ts";

export function addFormRoutes(router: Router, deps: Deps): void {
  const may = allow("payment-request:edit");
  const at = [":projectId", ":requestId"] as const;
  const created = newForm(deps);
  router.get(paths.newPaymentRequest(":projectId"), may, created.show);
  router.post(paths.paymentRequests(":projectId"), may, created.submit);
  const edited = editForm(deps);
  router.get(paths.editPaymentRequest(...at), may, edited.show);
  router.post(paths.paymentRequest(...at), may, edited.submit);
}

function newForm(deps: Deps) {
  return form(deps, newRequestSchema, {
    initial: async (_req, res) => {
      const { id: projectId } = projectOf(res);
      const last = await findLastNumber(deps.db, projectId);
      return proposedValues(last, await listPeriods(deps.db, projectId), res.locals.today);
    },
    show: (_req, res, state) => showForm(deps, res, state, false),
    save: async (req, res, entry) => {
      const { id: projectId } = projectOf(res);
      const id = await createPaymentRequest(deps, authorOf(req, res), projectId, entry);
      res.locals.say("created");
      res.redirect(303, paths.paymentRequest(projectId, id));
    },
  });
}

function editForm(deps: Deps) {
  return form(deps, editedRequestSchema, {
    initial: (_req, res) => requestValues(requestOf(res), res.locals),
    show: (_req, res, state) => showForm(deps, res, state, true),
    save: async (req, res, entry) => {
      const { projectId, id } = requestOf(res);
      const formOf = (stored: Parameters<typeof requestValues>[0]) =>
        requestValues(stored, res.locals);
      await editPaymentRequest(deps, authorOf(req, res), { projectId, id }, { entry, formOf });
      backToRequest(res);
    },
  });
}

async function showForm(
  { db }: Pick<Deps, "db">,
  res: Response,
  state: FormState,
  isEdit: boolean,
): Promise<void> {
  const { id: projectId } = projectOf(res);
  const choices = { projectId, periods: await listPeriods(db, projectId) };
  const request = isEdit ? requestOf(res) : null;
  showRequestForm(res, presentRequestForm(request, choices, state, res.locals));
}
