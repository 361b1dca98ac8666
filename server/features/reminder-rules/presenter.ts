import type { ReminderRule } from "../../../db/queries/reminder-rules.ts";
import { paths } from "../../paths.ts";
import type { Texts } from "../../texts/index.ts";
import { withQuery } from "../../web/query-string.ts";
import { ruleTabs } from "../../web/rule-tabs.ts";
import { remindedGroups, remindedObjects, stageOf, subjectKey, unruledObjects } from "./rules.ts";

/** The rules by what they are about, general ones before narrower; archived ones below. */
export function presentReminderRules(rules: ReminderRule[], texts: Texts) {
  const words = texts.reminderRules;
  const living = rules.filter(({ isArchived }) => !isArchived);
  const unruled = unruledObjects(rules).map((object) => words.objects[object] ?? object);
  return {
    pageHeader: {
      title: words.title,
      subtitle: words.subtitle,
      actions: {
        primary: { href: paths.newReminderRule(), label: words.add, icon: "plus" },
        more: [{ href: paths.mailPreview(), label: words.foreseen, icon: "mail" }],
      },
      tabs: ruleTabs("reminders", texts),
    },
    notice: unruled.length === 0 ? null : { tone: "info", text: words.unruled(unruled.join(", ")) },
    columns: words.columns,
    groups: remindedGroups.map((group) => ({
      title: words.groups[group],
      rows: remindedObjects[group]
        .flatMap((object) => narrowing(living.filter(({ objectType }) => objectType === object)))
        .map((rule) => presentRule(rule, texts)),
    })),
    archived: rules
      .filter(({ isArchived }) => isArchived)
      .map((rule) => ({
        ...namesOf(rule, texts),
        when: whenTexts(rule, texts).join("; "),
        menu: [
          {
            href: paths.reminderRuleRestoration(rule.id),
            label: words.restore,
            icon: "archive-off",
            method: "post",
          },
        ],
      })),
    archivedTitle: words.archivedTitle,
    note: words.workingDays,
  };
}

function narrowing(rules: ReminderRule[]): ReminderRule[] {
  const place = ({ kind, programme }: ReminderRule) => `${kind ?? ""} ${programme ?? ""}`;
  return rules.toSorted((one, other) => (place(one) < place(other) ? -1 : 1));
}

function presentRule(rule: ReminderRule, texts: Texts) {
  const words = texts.reminderRules;
  return {
    ...namesOf(rule, texts),
    href: paths.editReminderRule(rule.id),
    when: whenTexts(rule, texts),
    recipients: rule.recipients.map((role) => words.roles[role]).join(", "),
    escalation: escalationTexts(rule, texts),
    category: categoryName(rule.category, texts),
    isOff: !rule.isActive,
    pill: rule.isActive
      ? { tone: "green", label: words.active }
      : { tone: "grey", label: words.inactive },
    menu: [
      { href: paths.editReminderRule(rule.id), label: words.edit, icon: "pencil" },
      { href: narrowerHref(rule), label: words.narrow, icon: "plus" },
      { href: paths.newReminderRuleArchive(rule.id), label: words.archive, icon: "archive" },
    ],
  };
}

function narrowerHref(rule: ReminderRule): string {
  return withQuery(paths.newReminderRule(), { from: subjectKey(rule) });
}

/** What a rule is about, in words: the thing with its kind, and how far the rule reaches. */
export function namesOf(
  { objectType, kind, programme }: Pick<ReminderRule, "objectType" | "kind" | "programme">,
  texts: Texts,
) {
  return {
    name: subjectName({ objectType, kind }, texts),
    reach: programme === null ? null : texts.reminderRules.ofProgramme(programme),
    isNarrower: kind !== null || programme !== null,
  };
}

export function subjectName(
  { objectType, kind }: { objectType: string; kind: string | null },
  texts: Texts,
): string {
  const { objects, ofKind } = texts.reminderRules;
  const object = objects[objectType] ?? objectType;
  if (kind === null) return object;
  const kinds: Record<string, string> = { ...texts.reminderRules.kinds, ...texts.milestones.kinds };
  return ofKind(texts.reminderRules.shortObjects[objectType] ?? object, kinds[kind] ?? kind);
}

/** When reminders go: ahead, then late or since it has waited. */
function whenTexts(
  rule: Pick<ReminderRule, "objectType" | "daysBefore" | "overdueAfter" | "overdueEvery">,
  texts: Texts,
): string[] {
  const words = texts.reminderRules;
  const ahead = rule.daysBefore.filter((days) => days > 0);
  const before = [
    ahead.length > 0 &&
      words.daysBefore(ahead.join(", "), ahead.length === 1 ? (ahead[0] ?? null) : null),
    rule.daysBefore.includes(0) && words.onTheDay,
  ].filter((part) => part !== false);
  const parts = [before.join(", "), afterText(rule, texts)].filter((part) => part !== "");
  return parts.length > 0 ? parts : [words.never];
}

function afterText(
  rule: Pick<ReminderRule, "objectType" | "overdueAfter" | "overdueEvery">,
  texts: Texts,
): string {
  const words = texts.reminderRules;
  const { overdueAfter: first, overdueEvery: every } = rule;
  if (first === null) return "";
  const isWaiting = stageOf(rule.objectType) === "waiting";
  if (every === null) return isWaiting ? words.waitsOnce(first) : words.once(first);
  return isWaiting ? words.waits(first, every) : words.overdue(first, every);
}

function escalationTexts(rule: ReminderRule, texts: Texts): string[] {
  const words = texts.reminderRules;
  const { escalateManagerAfter: manager, escalateSummaryAfter: summary } = rule;
  return [
    ...(manager === null ? [] : [words.toManager(manager)]),
    ...(summary === null ? [] : [words.toSummary(summary)]),
  ];
}

export function categoryName(category: string, { notificationPreferences }: Texts): string {
  const { categories } = notificationPreferences;
  return categories[category as keyof typeof categories]?.name ?? category;
}
