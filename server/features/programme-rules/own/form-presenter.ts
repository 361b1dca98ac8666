import type { HistoryLine } from "../../../../db/queries/audit-events.ts";
import type { RuleInForce } from "../../../../db/queries/offset-rules.ts";
import type { OwnRule } from "../../../../db/queries/own-rules.ts";
import { paths } from "../../../paths.ts";
import type { FormState, FormValues } from "../../../web/form.ts";
import type { FieldDefinition } from "../../../web/form-fields.ts";
import { presentFormPage } from "../../../web/form-page.ts";
import { presentHistory } from "../../../web/history-list.ts";
import { sourceFields, typedValue, valueFields } from "../form-presenter.ts";
import { isDueRuleKind, type RuleKind } from "../rules.ts";
import { commonRuleText, type Words } from "./presenter.ts";

/** The rule as the form holds it: the project's own one, or the programme's value to begin with. */
export function ownRuleValues(
  kind: RuleKind,
  { own, common }: { own: OwnRule | undefined; common: RuleInForce | null },
  reader: { language: string },
): FormValues {
  const isOwn = own?.archivedAt === null;
  const value = isOwn ? own.value : common?.value;
  return {
    ...typedValue(kind, value ?? "", reader),
    reason: isOwn ? own.reason : "",
    source: isOwn ? own.source : "",
    isConfirmed: String(isOwn && own.isConfirmed),
    version: String(own?.version ?? 0),
  };
}

export interface EditedOwnRule {
  projectId: number;
  kind: RuleKind;
  common: RuleInForce | null;
  own: OwnRule | undefined;
  history: HistoryLine[];
}

export function presentOwnRuleForm(state: FormState, edited: EditedOwnRule, words: Words) {
  const { texts, formats } = words;
  const { ownRules, programmeRules } = texts;
  const { projectId, kind } = edited;
  const givesDay = isDueRuleKind(kind);
  const reason: FieldDefinition = {
    type: "textarea",
    name: "reason",
    label: ownRules.reason,
    hint: ownRules.reasonHint,
    isRequired: true,
    maxLength: 500,
    rows: 3,
  };
  const rows = [...valueFields(kind, texts), reason, ...sourceFields(texts)];
  const page = presentFormPage(
    {
      title: programmeRules.kinds[kind] ?? kind,
      lead: [commonRuleText(edited.common, words), ...(givesDay ? [ownRules.offsetNote] : [])],
      action: paths.projectRule(projectId, kind),
      hidden: ["version"],
      sections: [{ rows }],
      submit: programmeRules.form.save,
      cancel: { href: paths.projectRules(projectId) },
    },
    state,
    texts,
  );
  const more = edited.own?.archivedAt === null ? [removal(edited, words)] : [];
  const { history } = programmeRules.form;
  return {
    ...page,
    pageHeader: { ...page.pageHeader, actions: { more } },
    history: { title: history, historyList: presentHistory(edited.history, { texts, formats }) },
  };
}

function removal({ projectId, kind }: EditedOwnRule, { texts }: Words) {
  const href = paths.projectRuleRemoval(projectId, kind);
  const label = texts.ownRules.remove;
  return { href, label, icon: "arrow-back-up", method: "post", isDanger: true };
}
