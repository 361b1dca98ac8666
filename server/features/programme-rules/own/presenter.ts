import type { RuleInForce } from "../../../../db/queries/offset-rules.ts";
import { paths } from "../../../paths.ts";
import type { Formats } from "../../../texts/formats.ts";
import type { Texts } from "../../../texts/index.ts";
import { ruleValueText } from "../presenter.ts";
import type { BindingRule } from "./service.ts";

export interface Words {
  texts: Texts;
  formats: Formats;
}

export interface RuledProject {
  id: number;
  programme: string;
  decidedOn: string | null;
  startsOn: string;
}

/** Every rule as it binds the project: its value, where it comes from, and whether somebody has checked it. */
export function presentProjectRules(
  project: RuledProject,
  rules: BindingRule[],
  words: Words,
  can: { edit: boolean },
) {
  const { ownRules, programmeRules } = words.texts;
  const isChecked = ({ own, common }: BindingRule) => (own ?? common)?.isConfirmed ?? true;
  return {
    pageHeader: { title: ownRules.title, subtitle: chosenBy(project, words) },
    notice: rules.every(isChecked) ? null : { tone: "warning", text: ownRules.unconfirmedNote },
    columns: { ...programmeRules.columns, origin: ownRules.origin, actions: ownRules.actions },
    rows: rules.map((rule) => presentRule(project, rule, words, can)),
  };
}

/** Which versions of the programme's rules hold for the project, and why these. */
function chosenBy({ programme, decidedOn, startsOn }: RuledProject, { texts, formats }: Words) {
  return decidedOn === null
    ? texts.ownRules.byStart(programme, formats.date(startsOn))
    : texts.ownRules.byDecision(programme, formats.date(decidedOn));
}

function presentRule(
  project: RuledProject,
  { kind, own, common }: BindingRule,
  words: Words,
  can: { edit: boolean },
) {
  const { ownRules, programmeRules } = words.texts;
  const rule = own ?? common;
  const name = programmeRules.kinds[kind] ?? kind;
  const label = own ? ownRules.edit : ownRules.set;
  const href = paths.editProjectRule(project.id, kind);
  return {
    name,
    missing: ownRules.missing,
    binding: rule && {
      value: ruleValueText(rule, words),
      source: words.texts.milestones.show.ruleSource(rule.source),
      pill: statePill(rule, words),
      ...(own ? ownOrigin(own, common, words) : commonOrigin(rule, words)),
    },
    action: can.edit ? { href, label, name: `${label}: ${name}` } : null,
  };
}

function statePill({ isConfirmed }: RuleInForce, { texts }: Words) {
  const { confirmed, unconfirmed } = texts.programmeRules;
  return isConfirmed ? { tone: "green", label: confirmed } : { tone: "yellow", label: unconfirmed };
}

function ownOrigin({ reason }: RuleInForce, common: RuleInForce | null, words: Words) {
  const { ownRules } = words.texts;
  const origin = ownRules.own;
  return { origin, reason: ownRules.because(reason ?? ""), instead: insteadText(common, words) };
}

function commonOrigin({ validFrom }: RuleInForce, { texts, formats }: Words) {
  return { origin: texts.ownRules.common(formats.date(validFrom)), reason: null, instead: null };
}

function insteadText(common: RuleInForce | null, words: Words): string {
  const { ownRules } = words.texts;
  return common ? ownRules.instead(ruleValueText(common, words)) : ownRules.insteadOfNothing;
}

/** What the programme says in one matter, as a sentence above the form. */
export function commonRuleText(common: RuleInForce | null, words: Words): string {
  const { ownRules } = words.texts;
  if (!common) return ownRules.commonMissing;
  const since = words.formats.date(common.validFrom);
  return ownRules.commonSays(ruleValueText(common, words), since, common.source);
}
