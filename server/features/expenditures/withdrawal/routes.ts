import type { Router } from "express";
import { allow } from "../../../access/allow.ts";
import type { Deps } from "../../../deps.ts";
import { paths } from "../../../paths.ts";
import { authorOf, form } from "../../../web/form.ts";
import { presentFormPage } from "../../../web/form-page.ts";
import { payIsRead } from "../form/routes.ts";
import { expenditureOf } from "../load-expenditure.ts";
import { backToExpenditure, readerOf, showFormPage } from "../pages.ts";
import { withdrawalSchema } from "../schema.ts";
import { restoreExpenditure, withdrawExpenditure } from "./service.ts";

export function addWithdrawalRoutes(router: Router, deps: Deps): void {
  const withdrawal = form(deps, withdrawalSchema, {
    initial: (_req, res) => ({ version: String(expenditureOf(res).version) }),
    show: (_req, res, state) => {
      const { projectId, id, description } = expenditureOf(res);
      const { texts } = res.locals;
      const { withdrawal: words } = texts.expenditures;
      const reason = { type: "textarea", name: "reason", label: words.reason } as const;
      const page = {
        title: words.title,
        code: description,
        lead: [words.text],
        action: paths.expenditureWithdrawal(projectId, id),
        hidden: ["version"],
        sections: [{ rows: [{ ...reason, maxLength: 500, rows: 3, isRequired: true }] }],
        submit: words.submit,
        isDanger: true,
        cancel: { href: paths.expenditure(projectId, id), label: words.back },
      };
      showFormPage(res, presentFormPage(page, state, texts));
    },
    save: async (req, res, { version, reason }) => {
      const { projectId, id } = expenditureOf(res);
      const given = { projectId, id, version, reason, writer: readerOf(res) };
      await withdrawExpenditure(deps, authorOf(req, res), given);
      backToExpenditure(res, { id, isOverLine: false });
    },
  });
  const door = allow("expenditure:edit");
  const one = [":projectId", ":expenditureId"] as const;
  router.get(paths.newExpenditureWithdrawal(...one), door, payIsRead, withdrawal.show);
  router.post(paths.expenditureWithdrawal(...one), door, payIsRead, withdrawal.submit);
  router.post(paths.expenditureRestoration(...one), door, payIsRead, async (req, res) => {
    const { projectId, id } = expenditureOf(res);
    const given = { projectId, id, writer: readerOf(res) };
    await restoreExpenditure(deps, authorOf(req, res), given);
    backToExpenditure(res, { id, isOverLine: false });
  });
}
