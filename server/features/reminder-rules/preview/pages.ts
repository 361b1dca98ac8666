import type { Request, Response } from "express";
import type { ReminderRule, ReminderRuleFields } from "../../../../db/queries/reminder-rules.ts";
import type { Deps } from "../../../deps.ts";
import { paths } from "../../../paths.ts";
import type { FormValues } from "../../../web/form.ts";
import { stateOfPreview } from "../../../web/form-page.ts";
import { showRulePage } from "../pages.ts";
import { namesOf } from "../presenter.ts";
import { presentRulePreview } from "./presenter.ts";
import { previewRules } from "./service.ts";

type Previewing = Pick<Deps, "db" | "clock">;

/** A new rule has no id yet; none that is stored has this one. */
const NEW_ID = 0;

/** What would change with the rule as it was typed; from here it is saved or mended. */
export async function showTypedPreview(
  deps: Previewing,
  req: Request,
  res: Response,
  typed: { fields: ReminderRuleFields; id?: number; values: FormValues },
): Promise<void> {
  const { fields, id = NEW_ID, values } = typed;
  const { texts } = res.locals;
  const rule = { ...fields, id, version: 1, isArchived: false };
  const preview = await previewRules(deps, (rules) => [
    ...rules.filter((one) => one.id !== id),
    rule,
  ]);
  const { name, reach } = namesOf(fields, texts);
  const page = {
    ...{ title: name, reach, isDanger: false, isTyped: true },
    action: id === NEW_ID ? paths.reminderRules() : paths.reminderRule(id),
    submit: texts.reminderRules.form.save,
    cancelHref: paths.reminderRules(),
    warnings: isSilent(fields) ? [texts.reminderRules.preview.silent] : [],
  };
  const state = stateOfPreview(req, {});
  const model = presentRulePreview(preview, page, { ...state, values }, res.locals);
  showRulePage(res, "reminder-rules/preview", model);
}

/** What would fall silent, or fall to a more general rule, without the rule. */
export async function showArchivePreview(
  deps: Previewing,
  req: Request,
  res: Response,
  rule: ReminderRule,
): Promise<void> {
  const { texts } = res.locals;
  const preview = await previewRules(deps, (rules) => rules.filter(({ id }) => id !== rule.id));
  const { name, reach } = namesOf(rule, texts);
  const page = {
    ...{ title: texts.reminderRules.preview.archiveTitle(name), reach },
    ...{ isDanger: true, isTyped: false, warnings: [] },
    action: paths.reminderRuleArchive(rule.id),
    submit: texts.reminderRules.preview.archive,
    cancelHref: paths.reminderRules(),
  };
  const model = presentRulePreview(preview, page, stateOfPreview(req, {}), res.locals);
  showRulePage(res, "reminder-rules/preview", model);
}

function isSilent({ daysBefore, overdueAfter, isActive }: ReminderRuleFields): boolean {
  return isActive && daysBefore.length === 0 && overdueAfter === null;
}
