import type { Request, Response } from "express";
import { listHistory } from "../../../db/queries/audit-events.ts";
import { listCodeItems } from "../../../db/queries/code-lists.ts";
import { listActiveRules, type ReminderRule } from "../../../db/queries/reminder-rules.ts";
import type { Deps } from "../../deps.ts";
import { Conflict } from "../../errors.ts";
import { paths } from "../../paths.ts";
import { authorOf, type FormState, form } from "../../web/form.ts";
import { stateOfPreview } from "../../web/form-page.ts";
import {
  newRuleValues,
  presentEditedRule,
  presentNewRule,
  presentRuleChoice,
  ruleValues,
} from "./form-presenter.ts";
import { showRulePage } from "./pages.ts";
import { showTypedPreview } from "./preview/pages.ts";
import { readSubject, ruleAbove, subjectKey } from "./rules.ts";
import { editedRuleSchema, newRuleSchema } from "./schema.ts";
import { checkScope, createReminderRule, editReminderRule, fieldsOf } from "./service.ts";

/** First what the rule is about, then the rule itself, filled in with what has held until now. */
export function newRuleForm(deps: Deps) {
  return form(deps, newRuleSchema, {
    initial: (req) => newInitial(deps, req),
    show: (req, res, state) => showNewForm(deps, req, res, state),
    save: async (req, res, entry) => {
      const { isConfirmed, isReturned, ...fields } = entry;
      const values = {
        ...{ subject: subjectKey(fields), programme: fields.programme ?? "" },
        ...ruleValues(fields),
      };
      if (isReturned) return showNewForm(deps, req, res, returned(req, values));
      if (!isConfirmed) {
        await checkScope(deps.db, fields, res.locals.today);
        return showTypedPreview(deps, req, res, { fields, values });
      }
      await createReminderRule(deps, authorOf(req, res), fields);
      res.locals.say("created");
      res.redirect(303, paths.reminderRules());
    },
  });
}

async function showNewForm(
  { db }: Pick<Deps, "db">,
  req: Request,
  res: Response,
  state: FormState,
): Promise<void> {
  const { texts, formats, today } = res.locals;
  const programmes = await listCodeItems(db, { lists: ["programmes"], on: today });
  const subject = String(state.values.subject ?? "");
  if (readSubject(subject) || Object.keys(state.errors).length > 0) {
    const model = presentNewRule(state, { subject, programmes }, { texts, formats });
    return showRulePage(res, "partials/form-page", model);
  }
  // A narrower rule is begun at a general one: its thing is chosen already, its kind not yet.
  const chosen = { ...state, values: { ...state.values, subject: asked(req, "from") } };
  const model = presentRuleChoice(chosen, programmes, { texts, formats });
  showRulePage(res, "programme-rules/choice", model);
}

async function newInitial({ db }: Pick<Deps, "db">, req: Request) {
  const chosen = { subject: asked(req, "subject"), programme: asked(req, "programme") };
  const about = readSubject(chosen.subject);
  if (!about) return { ...chosen, subject: "" };
  const scope = { ...about, programme: chosen.programme || null };
  return newRuleValues(chosen, ruleAbove(await listActiveRules(db), scope));
}

function asked(req: Request, name: string): string {
  const value = req.query[name];
  return typeof value === "string" ? value : "";
}

export function editedRuleForm(deps: Deps, ruleOf: (res: Response) => ReminderRule) {
  return form(deps, (res) => editedRuleSchema(ruleOf(res).objectType), {
    initial: (_req, res) => storedValues(livingRule(ruleOf(res))),
    show: (_req, res, state) => showEditedForm(deps, res, ruleOf(res), state),
    save: async (req, res, entry) => {
      const { isConfirmed, isReturned, version, ...fields } = entry;
      const rule = livingRule(ruleOf(res));
      const values = { ...ruleValues(fields), version: String(version) };
      if (isReturned) return showEditedForm(deps, res, rule, returned(req, values));
      if (!isConfirmed) {
        const typed = { fields: { ...fieldsOf(rule), ...fields }, id: rule.id, values };
        return showTypedPreview(deps, req, res, typed);
      }
      const edit = { id: rule.id, version, fields, formOf: storedValues };
      await editReminderRule(deps, authorOf(req, res), edit);
      res.locals.say("saved");
      res.redirect(303, paths.reminderRules());
    },
  });
}

async function showEditedForm(
  { db }: Pick<Deps, "db">,
  res: Response,
  rule: ReminderRule,
  state: FormState,
): Promise<void> {
  const history = await listHistory(db, { objectType: "reminder-rule", objectId: rule.id });
  const model = presentEditedRule(state, { rule, history }, res.locals);
  showRulePage(res, "programme-rules/edit", model);
}

function returned(req: Request, values: FormState["values"]): FormState {
  return { ...stateOfPreview(req, {}), values };
}

function livingRule(rule: ReminderRule): ReminderRule {
  if (rule.isArchived) throw new Conflict("reminderRuleArchived");
  return rule;
}

function storedValues(rule: ReminderRule) {
  return { ...ruleValues(rule), version: String(rule.version) };
}
