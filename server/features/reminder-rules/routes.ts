import { type Response, Router } from "express";
import { countOwnChoices, listCategories } from "../../../db/queries/notification-categories.ts";
import {
  findReminderRule,
  listReminderRules,
  type ReminderRule,
} from "../../../db/queries/reminder-rules.ts";
import { allow, can } from "../../access/allow.ts";
import type { Deps } from "../../deps.ts";
import { NotFound } from "../../errors.ts";
import { paths } from "../../paths.ts";
import { authorOf } from "../../web/form.ts";
import { idParam } from "../../web/id-param.ts";
import { presentCategories } from "./categories/presenter.ts";
import { editedRuleForm, newRuleForm } from "./forms.ts";
import { reminderRuleCrumbs } from "./pages.ts";
import { presentReminderRules } from "./presenter.ts";
import { showArchivePreview } from "./preview/pages.ts";
import { archiveRule, restoreRule } from "./service.ts";

/** The rules of reminders: what people are written to about, when and whom. */
export function reminderRuleRoutes(deps: Deps): Router {
  const router = Router();
  const { db } = deps;
  const administers = allow("rule:administer");
  router.param("reminderRuleId", async (_req, res, next, text) => {
    if (can(res, "rule:administer")) rules.set(res, await findRule(deps, text));
    next();
  });

  router.get(paths.reminderRules(), administers, async (_req, res) => {
    const rules = presentReminderRules(await listReminderRules(db), res.locals.texts);
    const [found, own] = await Promise.all([listCategories(db), countOwnChoices(db)]);
    const model = { ...rules, categories: presentCategories(found, own, res.locals) };
    const { title } = rules.pageHeader;
    res.locals.page("reminder-rules/index", model, { title, breadcrumbs: reminderRuleCrumbs(res) });
  });

  const created = newRuleForm(deps);
  router.get(paths.newReminderRule(), administers, created.show);
  router.post(paths.reminderRules(), administers, created.submit);

  const edited = editedRuleForm(deps, ruleOf);
  router.get(paths.editReminderRule(":reminderRuleId"), administers, edited.show);
  router.post(paths.reminderRule(":reminderRuleId"), administers, edited.submit);

  router.get(paths.newReminderRuleArchive(":reminderRuleId"), administers, (req, res) =>
    showArchivePreview(deps, req, res, ruleOf(res)),
  );
  router.post(paths.reminderRuleArchive(":reminderRuleId"), administers, async (req, res) => {
    await archiveRule(deps, authorOf(req, res), ruleOf(res).id);
    res.locals.say("ruleArchived");
    res.redirect(303, paths.reminderRules());
  });
  router.post(paths.reminderRuleRestoration(":reminderRuleId"), administers, async (req, res) => {
    await restoreRule(deps, authorOf(req, res), ruleOf(res).id);
    res.locals.say("restored");
    res.redirect(303, paths.reminderRules());
  });
  return router;
}

const rules = new WeakMap<Response, ReminderRule>();

function ruleOf(res: Response): ReminderRule {
  return rules.get(res) as ReminderRule;
}

async function findRule({ db }: Deps, text: string): Promise<ReminderRule> {
  const rule = await findReminderRule(db, idParam(text));
  if (!rule) throw new NotFound("reminder rule");
  return rule;
}
