import type { Request, Response } from "express";
import { listHistory } from "../../../db/queries/audit-events.ts";
import { listCodeItems } from "../../../db/queries/code-lists.ts";
import { listActiveRules, type ReminderRule } from "../../../db/queries/reminder-rules.ts";
import type { Deps } from "../../deps.ts";
import { Conflict } from "../../errors.ts";
import { paths } from "../../paths.ts";
import { authorOf, type FormState, form } from "../../web/form.ts";
import {
  newRuleValues,
  presentEditedRule,
  presentNewRule,
  presentRuleChoice,
  ruleValues,
} from "./form-presenter.ts";
import { showRulePage } from "./pages.ts";
import { readSubject, ruleAbove } from "./rules.ts";
import { editedRuleSchema, newRuleSchema } from "./schema.ts";
import { createReminderRule, editReminderRule } from "./service.ts";

/** First what the rule is about, then the rule itself, filled in with what has held until now. */
export function newRuleForm(deps: Deps) {
  return form(deps, newRuleSchema, {
    initial: (req) => newInitial(deps, req),
    show: async (_req, res, state) => {
      const { texts, formats, today } = res.locals;
      const programmes = await listCodeItems(deps.db, { lists: ["programmes"], on: today });
      const subject = String(state.values.subject ?? "");
      if (!readSubject(subject) && Object.keys(state.errors).length === 0) {
        const choice = presentRuleChoice(chosenFrom(_req, state), programmes, { texts, formats });
        return showRulePage(res, "programme-rules/choice", choice);
      }
      const model = presentNewRule(state, { subject, programmes }, { texts, formats });
      showRulePage(res, "partials/form-page", model);
    },
    save: async (req, res, entry) => {
      const { isConfirmed: _confirmed, isReturned: _returned, ...fields } = entry;
      await createReminderRule(deps, authorOf(req, res), fields);
      res.locals.say("created");
      res.redirect(303, paths.reminderRules());
    },
  });
}

async function newInitial({ db }: Pick<Deps, "db">, req: Request) {
  const chosen = { subject: asked(req, "subject"), programme: asked(req, "programme") };
  const about = readSubject(chosen.subject);
  if (!about) return { ...chosen, subject: "" };
  const scope = { ...about, programme: chosen.programme || null };
  return newRuleValues(chosen, ruleAbove(await listActiveRules(db), scope));
}

/** A narrower rule is begun at a general one: its thing is chosen already, its kind not yet. */
function chosenFrom(req: Request, state: FormState): FormState {
  return { ...state, values: { ...state.values, subject: asked(req, "from") } };
}

function asked(req: Request, name: string): string {
  const value = req.query[name];
  return typeof value === "string" ? value : "";
}

export function editedRuleForm(deps: Deps, ruleOf: (res: Response) => ReminderRule) {
  return form(deps, (res) => editedRuleSchema(ruleOf(res).objectType), {
    initial: (_req, res) => {
      const rule = ruleOf(res);
      if (rule.isArchived) throw new Conflict("reminderRuleArchived");
      return storedValues(rule);
    },
    show: async (_req, res, state) => {
      const rule = ruleOf(res);
      const about = { objectType: "reminder-rule", objectId: rule.id };
      const history = await listHistory(deps.db, about);
      const model = presentEditedRule(state, { rule, history }, res.locals);
      showRulePage(res, "programme-rules/edit", model);
    },
    save: async (req, res, entry) => {
      const { isConfirmed: _confirmed, isReturned: _returned, version, ...fields } = entry;
      const edit = { id: ruleOf(res).id, version, fields, formOf: storedValues };
      await editReminderRule(deps, authorOf(req, res), edit);
      res.locals.say("saved");
      res.redirect(303, paths.reminderRules());
    },
  });
}

function storedValues(rule: ReminderRule) {
  return { ...ruleValues(rule), version: String(rule.version) };
}
