import { type Response, Router } from "express";
import { listHistory } from "../../../db/queries/audit-events.ts";
import { listCodeItems } from "../../../db/queries/code-lists.ts";
import {
  findProgrammeRule,
  listProgrammeRules,
  type ProgrammeRule,
} from "../../../db/queries/programme-rules.ts";
import { allow, can } from "../../access/allow.ts";
import type { Deps } from "../../deps.ts";
import { NotFound } from "../../errors.ts";
import { paths } from "../../paths.ts";
import type { Crumb } from "../../web/breadcrumbs.ts";
import { authorOf, form } from "../../web/form.ts";
import { idParam } from "../../web/id-param.ts";
import {
  newRuleValues,
  presentEditedRule,
  presentNewRule,
  presentRuleChoice,
  ruleValues,
} from "./form-presenter.ts";
import { presentRules } from "./presenter.ts";
import { isRuleKind } from "./rules.ts";
import { editedRuleSchema, newRuleSchema } from "./schema.ts";
import { createRule, editRule } from "./service.ts";

export function programmeRuleRoutes(deps: Deps): Router {
  const router = Router();
  const { db } = deps;
  const administers = allow("rule:administer");
  router.param("ruleId", async (_req, res, next, text) => {
    if (can(res, "rule:administer")) rules.set(res, await findRule(deps, text));
    next();
  });

  router.get(paths.rules(), administers, async (_req, res) => {
    const { texts, formats, today } = res.locals;
    const programmes = await listProgrammes(deps);
    const found = await listProgrammeRules(db);
    const model = presentRules(found, { programmes, today }, { texts, formats });
    const { title } = model.pageHeader;
    res.locals.page("programme-rules/index", model, { title, breadcrumbs: ruleCrumbs(res) });
  });

  const newRule = newRuleForm(deps);
  router.get(paths.newRule(), administers, newRule.show);
  router.post(paths.rules(), administers, newRule.submit);

  const editedRule = editedRuleForm(deps);
  router.get(paths.editRule(":ruleId"), administers, editedRule.show);
  router.post(paths.rule(":ruleId"), administers, editedRule.submit);
  return router;
}

const rules = new WeakMap<Response, ProgrammeRule>();

function ruleOf(res: Response): ProgrammeRule {
  return rules.get(res) as ProgrammeRule;
}

async function findRule({ db }: Deps, text: string): Promise<ProgrammeRule> {
  const rule = await findProgrammeRule(db, idParam(text));
  if (!rule) throw new NotFound("rule");
  return rule;
}

function listProgrammes({ db, clock }: Deps) {
  return listCodeItems(db, { lists: ["programmes"], on: clock.today() });
}

/** Where the pages of rules lie. */
function ruleCrumbs(res: Response, ...labels: string[]): Crumb[] {
  const { texts } = res.locals;
  const all = {
    label: texts.programmeRules.title,
    ...(labels.length > 0 && { href: paths.rules() }),
  };
  const administration = { label: texts.frame.navigation.administration };
  return [administration, all, ...labels.map((label) => ({ label }))];
}

function newRuleForm(deps: Deps) {
  return form(deps, newRuleSchema, {
    initial: (req, res) => {
      const asked = (name: string) => {
        const value = req.query[name];
        return typeof value === "string" ? value : "";
      };
      const chosen = { programme: asked("programme"), kind: asked("kind") };
      return newRuleValues(chosen, res.locals.today);
    },
    show: async (_req, res, state) => {
      const { texts, formats } = res.locals;
      const programmes = await listProgrammes(deps);
      const isChosen =
        isRuleKind(String(state.values.kind)) || Object.keys(state.errors).length > 0;
      const model = isChosen
        ? presentNewRule(state, programmes, { texts, formats })
        : presentRuleChoice(state, programmes, { texts, formats });
      const { title } = model.pageHeader;
      const view = isChosen ? "partials/form-page" : "programme-rules/choice";
      res.locals.page(view, model, { title, breadcrumbs: ruleCrumbs(res, title) });
    },
    save: async (req, res, entry) => {
      await createRule(deps, authorOf(req, res), entry);
      res.locals.say("created");
      res.redirect(303, paths.rules());
    },
  });
}

function editedRuleForm(deps: Deps) {
  const schemaOf = (res: Response) => {
    const { kind } = ruleOf(res);
    return editedRuleSchema(isRuleKind(kind) ? kind : "period-length");
  };
  return form(deps, schemaOf, {
    initial: (_req, res) => ruleValues(ruleOf(res), res.locals),
    show: async (_req, res, state) => {
      const { texts, formats } = res.locals;
      const rule = ruleOf(res);
      const about = { objectType: "programme-rule", objectId: rule.id };
      const history = await listHistory(deps.db, about);
      const model = presentEditedRule(state, { rule, history }, { texts, formats });
      const { title } = model.pageHeader;
      const breadcrumbs = ruleCrumbs(res, title);
      res.locals.page("programme-rules/edit", model, { title, breadcrumbs });
    },
    save: async (req, res, entry) => {
      const { id } = ruleOf(res);
      const formOf = (rule: ProgrammeRule) => ruleValues(rule, res.locals);
      await editRule(deps, authorOf(req, res), { id, entry, formOf });
      res.locals.say("saved");
      res.redirect(303, paths.rules());
    },
  });
}
