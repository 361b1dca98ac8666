import { type Response, Router } from "express";
import { listHistory } from "../../../../db/queries/audit-events.ts";
import { findOwnRule, type OwnRule } from "../../../../db/queries/own-rules.ts";
import { allow, can } from "../../../access/allow.ts";
import { loadProject } from "../../../access/load-project.ts";
import { projectOf } from "../../../access/project-of.ts";
import type { Deps } from "../../../deps.ts";
import { NotFound } from "../../../errors.ts";
import { paths } from "../../../paths.ts";
import { projectCrumbs } from "../../../web/breadcrumbs.ts";
import { authorOf, form } from "../../../web/form.ts";
import { isRuleKind, type RuleKind } from "../rules.ts";
import { ownRuleSchema } from "../schema.ts";
import { type EditedOwnRule, ownRuleValues, presentOwnRuleForm } from "./form-presenter.ts";
import { presentProjectRules } from "./presenter.ts";
import { listBindingRules, removeOwnRule, setOwnRule } from "./service.ts";

/** The rules that bind a project, and those it has of its own. */
export function projectRuleRoutes(deps: Deps): Router {
  const router = Router();
  const [projectId, ruleKind] = [":projectId", ":ruleKind"];
  router.param("projectId", loadProject(deps));
  router.param("ruleKind", (_req, res, next, text) => {
    if (!isRuleKind(text)) throw new NotFound("rule");
    kinds.set(res, text);
    next();
  });

  router.get(paths.projectRules(projectId), allow("rule:view"), async (_req, res) => {
    const project = projectOf(res);
    const rules = await listBindingRules(deps.db, project);
    const right = { edit: can(res, "project:edit") };
    const model = presentProjectRules(project, rules, res.locals, right);
    const { title } = model.pageHeader;
    const breadcrumbs = projectCrumbs(res, { label: title });
    res.locals.page("programme-rules/of-project", model, { title, breadcrumbs });
  });

  const edits = allow("project:edit");
  const ownRule = ownRuleForm(deps);
  router.get(paths.editProjectRule(projectId, ruleKind), edits, ownRule.show);
  router.post(paths.projectRule(projectId, ruleKind), edits, ownRule.submit);
  router.post(paths.projectRuleRemoval(projectId, ruleKind), edits, async (req, res) => {
    await removeOwnRule(deps, authorOf(req, res), keyOf(res));
    backToRules(res);
  });
  return router;
}

const kinds = new WeakMap<Response, RuleKind>();

function keyOf(res: Response): { projectId: number; kind: RuleKind } {
  return { projectId: projectOf(res).id, kind: kinds.get(res) as RuleKind };
}

function ownRuleForm(deps: Deps) {
  return form(deps, (res) => ownRuleSchema(keyOf(res).kind), {
    initial: async (_req, res) => {
      return ownRuleValues(keyOf(res).kind, await loadRule(deps, res), res.locals);
    },
    show: async (_req, res, state) => {
      const edited = await loadEditedRule(deps, res);
      const model = presentOwnRuleForm(state, edited, res.locals);
      const { title } = model.pageHeader;
      const href = paths.projectRules(edited.projectId);
      const list = { label: res.locals.texts.ownRules.title, href };
      const breadcrumbs = projectCrumbs(res, list, { label: title });
      res.locals.page("programme-rules/edit", model, { title, breadcrumbs });
    },
    save: async (req, res, entry) => {
      const { common } = await loadRule(deps, res);
      const { kind } = keyOf(res);
      const formOf = (own: OwnRule | undefined) => ownRuleValues(kind, { own, common }, res.locals);
      await setOwnRule(deps, authorOf(req, res), keyOf(res), { entry, formOf });
      backToRules(res);
    },
  });
}

async function loadRule({ db }: Pick<Deps, "db">, res: Response) {
  const [rules, own] = await Promise.all([
    listBindingRules(db, projectOf(res)),
    findOwnRule(db, keyOf(res)),
  ]);
  const common = rules.find(({ kind }) => kind === keyOf(res).kind)?.common ?? null;
  return { own, common };
}

async function loadEditedRule(deps: Pick<Deps, "db">, res: Response): Promise<EditedOwnRule> {
  const { own, common } = await loadRule(deps, res);
  const about = { objectType: "own-rule", objectId: own?.id ?? 0 };
  const history = own ? await listHistory(deps.db, about) : [];
  return { ...keyOf(res), own, common, history };
}

function backToRules(res: Response): void {
  res.locals.say("saved");
  res.redirect(303, paths.projectRules(projectOf(res).id));
}
