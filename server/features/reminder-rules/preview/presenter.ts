import type { ReminderRecipient } from "../../../../db/queries/reminder-recipients.ts";
import type { Formats } from "../../../texts/formats.ts";
import type { Texts } from "../../../texts/index.ts";
import type { FormState } from "../../../web/form.ts";
import { openHref, thingTitle } from "../../reminders/words.ts";
import type { Comparison, Difference, Totals } from "./rules.ts";
import type { RulePreview } from "./service.ts";

interface Words {
  texts: Texts;
  formats: Formats;
}

const SHOWN_DIFFERENCES = 50;

/** The form below a preview: what was typed goes along unseen. */
export interface PreviewForm {
  title: string;
  reach: string | null;
  action: string;
  submit: string;
  isDanger: boolean;
  /** Back to what was typed; a rule that is only archived has nothing to mend. */
  isTyped: boolean;
  cancelHref: string;
  warnings: string[];
}

/** What a change of the rules would send and to whom, before it is saved. */
export function presentRulePreview(
  preview: RulePreview,
  page: PreviewForm,
  state: FormState,
  words: Words,
) {
  const labels = words.texts.reminderRules.preview;
  const { comparison, recipients } = preview;
  return {
    pageHeader: {
      title: page.title,
      ...(page.reach === null ? {} : { code: page.reach }),
      subtitle: labels.subtitle,
    },
    warnings: [...page.warnings, ...silencedWarning(preview, words)],
    unchanged: comparison.differences.length === 0 ? labels.unchanged : null,
    tiles: presentTotals(comparison, words),
    columns: labels.columns,
    titles: labels.titles,
    counts: [
      { id: "days", name: "day", rows: presentDays(comparison, words) },
      { id: "people", name: "person", rows: presentPeople(comparison, recipients, words) },
    ],
    differences: comparison.differences
      .slice(0, SHOWN_DIFFERENCES)
      .map((one) => presentDifference(one, recipients, words)),
    more:
      comparison.differences.length > SHOWN_DIFFERENCES
        ? labels.more(comparison.differences.length - SHOWN_DIFFERENCES)
        : null,
    form: { submission: state.submission },
    action: page.action,
    hidden: Object.entries(state.values).flatMap(([name, value]) =>
      [value].flat().map((one) => ({ type: "hidden", name, label: "", value: one })),
    ),
    formFooter: {
      submit: page.submit,
      isDanger: page.isDanger,
      ...(page.isTyped && { second: { name: "isReturned", value: "true", label: labels.back } }),
      cancel: { href: page.cancelHref },
    },
  };
}

function silencedWarning({ silenced }: RulePreview, { texts }: Words): string[] {
  const { objects, preview } = texts.reminderRules;
  if (silenced.length === 0) return [];
  return [preview.silenced(silenced.map((object) => objects[object] ?? object).join(", "))];
}

function presentTotals({ before, after }: Comparison, { texts, formats }: Words) {
  const { totals, was } = texts.reminderRules.preview;
  const tile = (name: keyof Totals) => ({
    label: totals[name],
    value: formats.number(after[name]),
    note: was(formats.number(before[name])),
  });
  return [tile("reminders"), tile("mails"), tile("people")];
}

function presentCounts(
  { before, after }: { before: number; after: number },
  { texts, formats }: Words,
) {
  const { same } = texts.reminderRules.preview;
  const change = after - before;
  const sign = change > 0 ? "+" : "−";
  return {
    before: formats.number(before),
    after: formats.number(after),
    change: change === 0 ? same : `${sign}${formats.number(Math.abs(change))}`,
  };
}

function presentDays({ days }: Comparison, words: Words) {
  return days.map(({ key, ...counts }) => ({
    name: `${words.formats.weekday(key)} ${words.formats.shortDate(key)}`,
    ...presentCounts(counts, words),
  }));
}

function presentPeople(
  { people }: Comparison,
  recipients: readonly ReminderRecipient[],
  words: Words,
) {
  return recipients.map((recipient) => {
    const counts = people.find(({ key }) => key === recipient.key) ?? { before: 0, after: 0 };
    return { name: nameOf(recipient, words), ...presentCounts(counts, words) };
  });
}

function presentDifference(
  difference: Difference,
  recipients: readonly ReminderRecipient[],
  words: Words,
) {
  const labels = words.texts.reminderRules.preview;
  const recipient = recipients.find(({ key }) => key === difference.recipient);
  return {
    day: words.formats.shortDate(difference.day),
    person: recipient ? nameOf(recipient, words) : "",
    title: thingTitle(difference.thing, words),
    href: openHref(difference.thing),
    project: difference.thing.projectName,
    pill: difference.isGained
      ? { tone: "green", label: labels.gained, icon: "plus" }
      : { tone: "grey", label: labels.lost, icon: "minus" },
  };
}

function nameOf({ key, name }: ReminderRecipient, { texts }: Words): string {
  return key.startsWith("contact:") ? texts.reminderRules.preview.contact(name) : name;
}
