import type { Router } from "express";
import { allow } from "../../../access/allow.ts";
import type { Deps } from "../../../deps.ts";
import { paths } from "../../../paths.ts";
import { authorOf, form } from "../../../web/form.ts";
import { changeOf } from "../load-change.ts";
import { backToChange, showFormPage } from "../pages.ts";
import { fileNumberValues, presentFileNumber } from "./presenter.ts";
import { fileNumberSchema } from "./schema.ts";
import { setFileNumber } from "./service.ts";

export function addFileNumberRoutes(router: Router, deps: Deps): void {
  const { show, submit } = form(deps, fileNumberSchema, {
    initial: (_req, res) => fileNumberValues(changeOf(res)),
    show: (_req, res, state) =>
      showFormPage(res, presentFileNumber(changeOf(res), state, res.locals)),
    save: async (req, res, entry) => {
      const numbered = { entry, formOf: fileNumberValues };
      await setFileNumber(deps, authorOf(req, res), changeOf(res), numbered);
      backToChange(res, changeOf(res));
    },
  });
  const ids = [":projectId", ":changeId"] as const;
  const door = allow("change:edit");
  router.get(paths.editChangeFileNumber(...ids), door, show);
  router.post(paths.changeFileNumber(...ids), door, submit);
}
