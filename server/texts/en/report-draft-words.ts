import type { counted as czechCounted, Noun } from "../cs/report-draft-words.ts";
import { type PluralForms, plural } from "../plural.ts";

type Forms = PluralForms["en"];

const form = plural("en");

const nouns = {
  person: { one: "person", other: "persons" },
  woman: { one: "woman", other: "women" },
  hour: { one: "hour", other: "hours" },
  hourAccusative: { one: "hour", other: "hours" },
  hourGenitive: { one: "hour", other: "hours" },
  event: { one: "event", other: "events" },
  internship: { one: "internship", other: "internships" },
  trainee: { one: "trainee", other: "trainees" },
  entry: { one: "entry", other: "entries" },
  certificate: { one: "certificate", other: "certificates" },
  document: { one: "document", other: "documents" },
} satisfies Record<Noun, Forms>;

const kinds: Record<string, Forms> = {
  training: { one: "training", other: "trainings" },
  workshop: { one: "workshop", other: "workshops" },
  seminar: { one: "seminar", other: "seminars" },
  webinar: { one: "webinar", other: "webinars" },
  "round-table": { one: "round table", other: "round tables" },
  "working-group": { one: "working-group meeting", other: "working-group meetings" },
  meeting: { one: "meeting", other: "meetings" },
  conference: { one: "conference", other: "conferences" },
  lecture: { one: "lecture", other: "lectures" },
  "campaign-event": { one: "campaign event", other: "campaign events" },
  supervision: { one: "supervision", other: "supervisions" },
  "case-work": { one: "case-work meeting", other: "case-work meetings" },
  "peer-education": { one: "course for peer workers", other: "courses for peer workers" },
  consultation: { one: "consultation", other: "consultations" },
  "methodical-support": {
    one: "methodical-support meeting",
    other: "methodical-support meetings",
  },
};

export const counted: typeof czechCounted = (noun, n, printed = String(n)) =>
  `${printed} ${form(n, nouns[noun])}`;

export const kindCount = (code: string, label: string, n: number) => {
  const kind = kinds[code];
  return kind ? `${n} ${form(n, kind)}` : `${counted("event", n)} (${label})`;
};

export const kindName = (code: string, label: string) => kinds[code]?.one ?? label;

export const held = (groups: readonly { code: string; label: string; n: number }[]) => {
  const n = groups.reduce((sum, group) => sum + group.n, 0);
  const list = joined(groups.map((group) => kindCount(group.code, group.label, group.n)));
  const were = n === 1 ? "was" : "were";
  return groups.length === 1
    ? `${list} ${were} held`
    : `${counted("event", n)} ${were} held: ${list}`;
};

export function joined(parts: readonly string[]): string {
  const last = parts.at(-1) ?? "";
  return parts.length < 2 ? last : `${parts.slice(0, -1).join(", ")} and ${last}`;
}

/** `31 persons, 22 of them women` */
export const personsOf = (n: number, women: number) => {
  const persons = counted("person", n);
  if (women === 0 || n < 2) return persons;
  return women === n ? `${persons} (women)` : `${persons}, ${women} of them women`;
};

export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
