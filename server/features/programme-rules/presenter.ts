import type { CodeListItem } from "../../../db/queries/code-lists.ts";
import type { ProgrammeRule } from "../../../db/queries/programme-rules.ts";
import { paths } from "../../paths.ts";
import type { Formats } from "../../texts/formats.ts";
import type { Texts } from "../../texts/index.ts";
import { parseDecimal } from "../../values/decimal.ts";
import { withQuery } from "../../web/query-string.ts";
import { ruleTabs } from "../../web/rule-tabs.ts";
import { isInForce, isRuleKind, ruleKinds } from "./rules.ts";

interface Words {
  texts: Texts;
  formats: Formats;
}

const PPM_OF_A_THOUSANDTH = 10;

export function presentRules(
  rules: ProgrammeRule[],
  { programmes, today }: { programmes: CodeListItem[]; today: string },
  words: Words,
) {
  const labels = words.texts.programmeRules;
  const codes = [...new Set([...programmes.map(({ code }) => code), ...names(rules)])];
  return {
    pageHeader: {
      title: labels.title,
      subtitle: labels.subtitle,
      actions: { primary: { href: paths.newRule(), label: labels.add, icon: "plus" } },
      tabs: ruleTabs("rules", words.texts),
    },
    notice: rules.some((rule) => !rule.isConfirmed && isInForce(rule, today))
      ? { tone: "warning", text: labels.unconfirmedNote }
      : null,
    columns: labels.columns,
    empty: { text: labels.nothing, icon: "adjustments" },
    programmes: codes.map((code) => ({
      title: programmeName(code, programmes, words.formats),
      rows: inOrder(rules.filter((rule) => rule.programme === code)).map((rule) =>
        presentRule(rule, today, words),
      ),
    })),
  };
}

function names(rules: ProgrammeRule[]): string[] {
  return rules.map(({ programme }) => programme);
}

export function programmeName(
  code: string,
  programmes: CodeListItem[],
  { language }: Formats,
): string {
  const item = programmes.find((one) => one.code === code);
  if (!item) return code;
  return `${code} – ${language === "cs" ? item.labelCs : item.labelEn}`;
}

/** Kinds in the order of their table, unknown ones last; versions newest first, as they come. */
function inOrder(rules: ProgrammeRule[]): ProgrammeRule[] {
  const order = Object.keys(ruleKinds);
  const place = ({ kind }: ProgrammeRule) => (order.indexOf(kind) + order.length) % order.length;
  return rules.toSorted((one, other) => place(one) - place(other));
}

function presentRule(rule: ProgrammeRule, today: string, words: Words) {
  const labels = words.texts.programmeRules;
  return {
    name: labels.kinds[rule.kind] ?? rule.kind,
    value: ruleValueText(rule, words),
    validity: validityText(rule, words),
    note: validityNote(rule, today, words),
    source: rule.source,
    pill: rule.isConfirmed
      ? { tone: "green", label: labels.confirmed }
      : { tone: "yellow", label: labels.unconfirmed },
    isPast: rule.validTo !== null && rule.validTo < today,
    href: paths.editRule(rule.id),
  };
}

/** A stored value in words: `6 měsíců`, `1 měsíc po konci období, do konce měsíce`, `76,735 %`. */
export function ruleValueText(
  { kind, value }: Pick<ProgrammeRule, "kind" | "value">,
  { texts, formats }: Words,
): string {
  const type = isRuleKind(kind) ? ruleKinds[kind] : undefined;
  if (type === "due") return texts.dueRules.stored(value) ?? value;
  const thousandths = parseDecimal(value, 3);
  if (type === undefined || thousandths === undefined) return value;
  if (type === "percent" || type === "share")
    return formats.share(thousandths * PPM_OF_A_THOUSANDTH);
  const n = Number(value);
  return texts.programmeRules.values[type](n, formats.number(n));
}

function validityText({ validFrom, validTo }: ProgrammeRule, { texts, formats }: Words): string {
  return validTo === null
    ? texts.programmeRules.since(formats.date(validFrom))
    : formats.dateRange(validFrom, validTo);
}

function validityNote(rule: ProgrammeRule, today: string, { texts }: Words): string | null {
  if (isInForce(rule, today)) return null;
  return rule.validFrom > today ? texts.programmeRules.future : texts.programmeRules.ended;
}

/** Where a new version of this rule is begun. */
export function newVersionHref({ programme, kind }: ProgrammeRule): string {
  return withQuery(paths.newRule(), { programme, kind });
}
