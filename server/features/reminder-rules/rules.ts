import type { ReminderRule, RuleScope } from "../../../db/queries/reminder-rules.ts";
import type { WaitingKind } from "../../../db/queries/waiting.ts";
import { passesByItself } from "../agenda/rules.ts";
import { type MilestoneKind, milestoneKinds } from "../milestones/rules.ts";
import { ruleFor } from "../reminders/addressees/rules.ts";

/** What people are reminded of, in the order and groups in which the rules are shown. */
export const remindedObjects = {
  deadlines: [
    "milestone",
    "report-answer",
    "submission",
    "control",
    "remedy",
    "risk-review",
    "output-comments",
    "awaited-document",
    "exit",
    "period",
    "indicator",
    "indicator-target",
  ],
  events: [
    "event",
    "nomination",
    "event-closing",
    "internship",
    "internship-end",
    "internship-confirmation",
    "campaign",
  ],
  waiting: [
    "waiting-report",
    "waiting-change",
    "waiting-timesheet",
    "waiting-output",
    "waiting-internship",
    "waiting-payment-request",
  ],
} as const;
export type RemindedGroup = keyof typeof remindedObjects;
export type RemindedObject = (typeof remindedObjects)[RemindedGroup][number];
export const remindedGroups = Object.keys(remindedObjects) as RemindedGroup[];

const ALL: readonly RemindedObject[] = Object.values(remindedObjects).flat();

/** How a thing goes with its day: it passes by it, stays owed after it, or has waited since it. */
export type Stage = "passing" | "owed" | "waiting";

export function stageOf(objectType: string): Stage {
  if (remindedObjects.waiting.some((one) => one === objectType)) return "waiting";
  return passesByItself(objectType) ? "passing" : "owed";
}

/** Categories that a rule may fall into; news and summaries are told of without rules. */
export const ruleCategories = ["deadlines", "milestones", "events", "approvals"] as const;

const KINDS: Record<string, readonly (MilestoneKind | WaitingKind)[]> = {
  milestone: milestoneKinds,
  "waiting-report": ["approval", "submission", "returned"],
  "waiting-timesheet": ["approval", "returned"],
  "waiting-output": ["approval", "returned"],
  "waiting-payment-request": ["returned"],
};

/** Kinds that a narrower rule may name. */
export function kindsOf(objectType: string): readonly string[] {
  return KINDS[objectType] ?? [];
}

export type Subject = Pick<RuleScope, "objectType" | "kind">;

/** `milestone`, `milestone:report`: what a rule is about, in one word. */
export function subjectKey({ objectType, kind }: Subject): string {
  return kind === null ? objectType : `${objectType}:${kind}`;
}

export const subjectKeys: readonly string[] = ALL.flatMap((objectType) => [
  objectType,
  ...kindsOf(objectType).map((kind) => subjectKey({ objectType, kind })),
]);

/** The two parts of such a word; undefined for what no rule can be about. */
export function readSubject(key: string): Subject | undefined {
  if (!subjectKeys.includes(key)) return undefined;
  const [objectType = "", kind = null] = key.split(":");
  return { objectType, kind };
}

const MOST_DAYS = 365;
const MOST_STEPS = 12;

/** `30, 14 a 7` typed in any order; undefined for what is not a list of days. */
export function readDays(typed: string): number[] | undefined {
  const parts = typed.split(/[,;\s]+/).filter((part) => part !== "");
  if (!parts.every((part) => /^\d{1,3}$/.test(part))) return undefined;
  const days = [...new Set(parts.map(Number))].sort((one, other) => other - one);
  return days.length <= MOST_STEPS && days.every((day) => day <= MOST_DAYS) ? days : undefined;
}

/** The rule that has held until now for what a narrower one is about to take over: where its form begins. */
export function ruleAbove(
  rules: readonly ReminderRule[],
  { objectType, kind, programme }: RuleScope,
): ReminderRule | undefined {
  return ruleFor(rules, { objectType, kind: kind ?? "", programme: programme ?? "" });
}

/** Things that nobody is told of, because no rule that binds is about them. */
export function unruledObjects(rules: readonly ReminderRule[]): RemindedObject[] {
  const binding = rules.filter((rule) => rule.isActive && !rule.isArchived);
  return ALL.filter((object) => !binding.some(({ objectType }) => objectType === object));
}
