import type { HeldEvent } from "../digest.ts";
import { byKind, type Draft, paragraph, type Words } from "../draft.ts";
import type { Block } from "../fitting.ts";
import { type KeyActivity, sentenceOf } from "../rules.ts";

/** What the work on a key activity is for, by which methods it was done and where. */
export function purposeOf({ digest, words }: Draft, key: KeyActivity): Block[] {
  const { purpose } = words.drafts;
  const isOwn = ({ keyId }: { keyId: number | null }) => keyId === key.id;
  const held = digest.held.filter(isOwn);
  const internships = digest.internships.filter(isOwn);
  const works = held.length + internships.length > 0;
  const isTold = works || digest.entries.some(({ keyIds }) => keyIds.includes(key.id));
  const goal = key.goal === null ? "" : sentenceOf(key.goal);
  return [
    goal === "" ? "" : isTold ? purpose.goal(goal) : purpose.goalAlone(goal),
    paragraph([methods(held, internships.length, words), whereHeld(held, words)]),
    accreditations(held, words),
    aims(held, words),
    hosts(internships, words),
  ];
}

function methods(held: readonly HeldEvent[], internships: number, words: Words): string {
  const { drafts } = words;
  const kinds = byKind(held, words).map(({ code, label }) => drafts.kindName(code, label));
  if (internships > 0) kinds.push(drafts.purpose.internship);
  return kinds.length === 0 ? "" : drafts.purpose.methods(drafts.joined(kinds));
}

function whereHeld(held: readonly HeldEvent[], words: Words): string {
  const { purpose } = words.drafts;
  if (held.length === 0) return "";
  const open = held.filter(({ isConfidential }) => !isConfidential);
  const places = distinct(open.map(({ place }) => place));
  const isOnline = held.some(({ isElectronic }) => isElectronic);
  if (isOnline && !held.some(({ isInPerson }) => isInPerson)) return purpose.online;
  if (places.length === 0) return isOnline ? purpose.bothOnly : purpose.inPersonOnly;
  return isOnline ? purpose.both(places.join("; ")) : purpose.inPerson(places.join("; "));
}

function accreditations(held: readonly HeldEvent[], { drafts }: Words): string {
  const numbers = distinct(held.map(({ accreditation }) => accreditation));
  return numbers.length === 0 ? "" : drafts.purpose.accredited(numbers.join(", "));
}

function aims(held: readonly HeldEvent[], { drafts }: Words): string {
  const open = held.filter(({ isConfidential }) => !isConfidential);
  const goals = distinct(open.map(({ goal }) => goal)).map(sentenceOf);
  return goals.length === 0 ? "" : drafts.purpose.aims(goals.join(" "));
}

function hosts(internships: readonly { hosts: readonly string[] }[], { drafts }: Words): string {
  const names = distinct(internships.flatMap((one) => one.hosts));
  return names.length === 0 ? "" : drafts.purpose.hosts(names.length, names.join("; "));
}

function distinct(texts: readonly (string | null)[]): string[] {
  return [...new Set(texts.flatMap((text) => text?.trim() || []))];
}
