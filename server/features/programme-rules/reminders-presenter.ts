import type { ReminderRule } from "../../../db/queries/reminder-rules.ts";
import type { Texts } from "../../texts/index.ts";
import { ruleTabs } from "../../web/rule-tabs.ts";

/** The ladder of reminders as it stands; what falls to whom is shown with the mails. */
export function presentReminderRules(rules: ReminderRule[], texts: Texts) {
  const labels = texts.programmeRules.reminders;
  return {
    pageHeader: {
      title: labels.title,
      subtitle: labels.subtitle,
      tabs: ruleTabs("reminders", texts),
    },
    columns: labels.columns,
    note: labels.workingDays,
    rows: rules.map((rule) => ({
      what: labels.objects[rule.objectType] ?? rule.objectType,
      before: beforeText(rule, labels),
      after: overdueText(rule, labels),
      pill: rule.isActive
        ? { tone: "green", label: labels.active }
        : { tone: "grey", label: labels.inactive },
    })),
  };
}

type Labels = Texts["programmeRules"]["reminders"];

function beforeText({ daysBefore }: ReminderRule, labels: Labels): string {
  const ahead = daysBefore.filter((days) => days > 0);
  const parts = [
    ahead.length > 0 && labels.daysBefore(ahead.join(", ")),
    daysBefore.includes(0) && labels.onTheDay,
  ].filter((part) => part !== false);
  return parts.length === 0 ? labels.never : parts.join(", ");
}

function overdueText({ overdueAfter, overdueEvery }: ReminderRule, labels: Labels): string {
  if (overdueAfter === null) return labels.never;
  return labels.overdue(String(overdueAfter), String(overdueEvery ?? overdueAfter));
}
