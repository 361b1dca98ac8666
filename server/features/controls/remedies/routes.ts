import type { Response, Router } from "express";
import { allow } from "../../../access/allow.ts";
import type { Deps } from "../../../deps.ts";
import { Conflict } from "../../../errors.ts";
import { paths } from "../../../paths.ts";
import { authorOf, form } from "../../../web/form.ts";
import { findingKey } from "../findings/routes.ts";
import { backToControl, controlOf, findingOf, showControlForm } from "../load-control.ts";
import { remedySchema, remedyWithdrawalSchema } from "../schema.ts";
import { presentRemedyForm, presentWithdrawalForm } from "./presenter.ts";
import { recordRemedy, withdrawRemedy } from "./service.ts";

export function addRemedyRoutes(router: Router, deps: Deps): void {
  const remedy = form(deps, remedySchema, {
    initial: (_req, res) => {
      const { version, remediedOn } = findingOf(res);
      if (remediedOn !== null) throw new Conflict("remedyDone");
      return { version: String(version), remediedOn: res.locals.today };
    },
    show: (_req, res, state) => showControlForm(res, presentRemedyForm(at(res), state, res.locals)),
    save: async (req, res, entry) => {
      await recordRemedy(deps, authorOf(req, res), findingKey(res), entry);
      backToControl(res);
    },
  });
  const withdrawal = form(deps, remedyWithdrawalSchema, {
    initial: (_req, res) => {
      const { version, remediedOn } = findingOf(res);
      if (remediedOn === null) throw new Conflict("remedyNotDone");
      return { version: String(version) };
    },
    show: (_req, res, state) =>
      showControlForm(res, presentWithdrawalForm(at(res), state, res.locals)),
    save: async (req, res, entry) => {
      await withdrawRemedy(deps, authorOf(req, res), findingKey(res), entry);
      backToControl(res);
    },
  });
  const door = allow("control:edit");
  const ids = [":projectId", ":controlId", ":findingId"] as const;
  router.get(paths.newRemedy(...ids), door, remedy.show);
  router.post(paths.remedy(...ids), door, remedy.submit);
  router.get(paths.newRemedyWithdrawal(...ids), door, withdrawal.show);
  router.post(paths.remedyWithdrawal(...ids), door, withdrawal.submit);
}

function at(res: Response) {
  return { control: controlOf(res), finding: findingOf(res) };
}
