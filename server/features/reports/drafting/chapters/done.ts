import { hoursOf } from "../../../../values/duration.ts";
import { groupedBy } from "../../../../values/grouped.ts";
import type { GivenInternship, HeldEvent, ToldEntry } from "../digest.ts";
import { byKind, type Draft, eventName, lineOf, listed, paragraph, type Words } from "../draft.ts";
import type { ActivityFigures } from "../figures.ts";
import type { Block, Line } from "../fitting.ts";
import { type KeyActivity, sentenceOf, weightOf } from "../rules.ts";

/** What took place on a key activity. */
export function doneOn(draft: Draft, key: KeyActivity): Block[] {
  const { digest, words } = draft;
  const figures = draft.figures.activities.find(({ id }) => id === key.id);
  const isOwn = ({ keyId }: { keyId: number | null }) => keyId === key.id;
  const held = digest.held.filter(isOwn);
  const internships = digest.internships.filter(isOwn);
  const entries = digest.entries.filter(({ keyIds }) => keyIds.includes(key.id));
  const done = digest.done.filter(isOwn).filter(({ kind }) => kind !== "task");
  const now = <Row extends { isLate: boolean }>(rows: readonly Row[]) =>
    rows.filter(({ isLate }) => !isLate);
  const campaigns = campaignLines(draft, key);
  const isQuiet =
    held.length + internships.length + entries.length + done.length + campaigns.length === 0;
  if (isQuiet && (figures?.minutes ?? 0) === 0) return stillness(draft, key, figures);
  return [
    paragraph([heldSentence(now(held), words), ...peopleSentences(figures, words)]),
    eventList(draft, now(held)),
    internshipList(now(internships), words),
    { heading: null, lines: campaigns, rest: words.drafts.restOf },
    milestoneSentence(draft, now(done)),
    entryList(
      draft,
      { key, entries: now(entries) },
      held.length + internships.length + done.length > 0,
    ),
    moved(draft, figures),
    lateList(draft, { held, internships, entries }, figures?.lateMinutes ?? 0),
  ];
}

function heldSentence(held: readonly HeldEvent[], words: Words): string {
  return held.length === 0 ? "" : `${words.drafts.held(byKind(held, words))}.`;
}

function peopleSentences(figures: ActivityFigures | undefined, words: Words): string[] {
  if (!figures) return [];
  const { done } = words.drafts;
  const { persons, women, heads, minutes, electronicMinutes } = figures;
  return [
    persons > 0 ? done.attended(persons, women) : "",
    heads > 0 ? done.heads(heads) : "",
    supportSentence({ minutes, electronicMinutes }, words),
  ];
}

export function supportSentence(
  { minutes, electronicMinutes }: { minutes: number; electronicMinutes: number },
  words: Words,
): string {
  if (minutes <= 0) return "";
  const electronic = electronicMinutes > 0 ? words.hours(electronicMinutes) : null;
  const printed = words.formats.hourCount(minutes);
  return words.drafts.done.support(hoursOf(minutes), printed, electronic);
}

/** A single event is told by the sentence before; its line still says where and when. */
function eventList({ digest, words }: Draft, held: readonly HeldEvent[]): Block {
  const { drafts } = words;
  return {
    heading: held.length > 1 ? drafts.done.eventsHeading : null,
    lines: byPart(
      held,
      ({ activityId }) => digest.letterOf(activityId),
      (event) => eventLine(event, words),
    ),
    rest: drafts.restOf,
  };
}

/** Lines of the whole activity first, then those of its parts, each with its letter. */
function byPart<Row>(
  rows: readonly Row[],
  letterOf: (row: Row) => string | null,
  lineOf: (row: Row) => Line,
): Line[] {
  const parts = [...groupedBy(rows, letterOf)].toSorted(([a], [b]) =>
    (a ?? "") < (b ?? "") ? -1 : 1,
  );
  return parts.flatMap(([letter, own]) =>
    own.map(lineOf).map((line) => (letter === null ? line : lettered(line, letter))),
  );
}

function lettered({ text, short, weight }: Line, letter: string): Line {
  return {
    text: `${letter}) ${text}`,
    ...(short === undefined ? {} : { short: `${letter}) ${short}` }),
    ...(weight === undefined ? {} : { weight }),
  };
}

function eventLine(event: HeldEvent, words: Words): Line {
  const { persons, women, minutes } = event;
  const name = eventName(event, words);
  const days = words.days(event.startsOn, event.endsOn);
  const people = persons > 0 && words.drafts.done.persons(persons, women);
  const hours = minutes > 0 && words.ofSupport(minutes);
  const place = event.isConfidential ? null : event.place;
  return {
    text: `${listed([name, days, place])}${colon(listed([people, hours]))}`,
    short: `${listed([name, days])}${colon(listed([people]))}`,
    weight: persons * 4 + minutes / 60,
  };
}

function colon(what: string): string {
  return what === "" ? "." : `: ${what}.`;
}

function internshipList(internships: readonly GivenInternship[], words: Words): Block {
  const { done, restOf } = words.drafts;
  return {
    heading: internships.length > 0 ? done.internships(internships.length) : null,
    lines: internships.map((one) => internshipLine(one, words)),
    rest: restOf,
  };
}

function internshipLine(one: GivenInternship, words: Words): Line {
  const { done, quoted } = words.drafts;
  const days = words.days(one.startsOn, one.endsOn);
  const hosts = one.hosts.length > 0 ? ` (${one.hosts.join("; ")})` : "";
  const trainees = one.trainees > 0 && done.trainees(one.trainees);
  const hours = one.minutes > 0 && words.ofSupport(one.minutes);
  const name = quoted(one.title);
  return {
    text: `${listed([name, days])}${hosts}${colon(listed([trainees, hours]))}`,
    short: `${listed([name, days])}${colon(listed([trainees]))}`,
    weight: one.trainees * 4,
  };
}

function campaignLines({ material, digest, words }: Draft, key: KeyActivity): Line[] {
  const { drafts, formats } = words;
  return material.campaigns
    .filter(({ activityId }) => digest.keyOf(activityId) === key.id)
    .filter(({ state, startsOn }) => state !== "cancelled" && startsOn <= material.span.to)
    .filter(({ state }) => state !== "planned")
    .map((one) => {
      const name = drafts.done.campaign(one.kind, drafts.quoted(one.title));
      const days = words.days(one.startsOn, one.endsOn);
      const reach = one.reach !== null && drafts.done.reach(one.reach, formats.number(one.reach));
      return { text: `${listed([name, days, reach])}.`, weight: 200 };
    });
}

function milestoneSentence(
  { words }: Draft,
  done: readonly { title: string; doneOn: string }[],
): string {
  if (done.length === 0) return "";
  const { drafts, formats } = words;
  const titles = done.map(({ title, doneOn }) => drafts.done.onDay(title, formats.date(doneOn)));
  return drafts.done.milestones(titles.join(", "));
}

function entryList(
  { digest, words }: Draft,
  { key, entries }: { key: KeyActivity; entries: readonly ToldEntry[] },
  hasMore: boolean,
): Block {
  const { drafts } = words;
  const letterOf = ({ activityIds }: ToldEntry) => {
    const own = activityIds.filter((id) => digest.keyOf(id) === key.id);
    return own.length === 1 ? digest.letterOf(own[0] ?? null) : null;
  };
  return {
    heading: hasMore ? drafts.done.entriesHeading : null,
    lines: byPart(entries, letterOf, (entry) => entryLine(entry, words)),
    rest: drafts.restOfLog,
  };
}

export function entryLine(entry: ToldEntry, { formats }: Words): Line {
  const { text, short } = lineOf(entry.body);
  const day = formats.date(entry.on);
  return { text: `${day}: ${text}`, short: `${day}: ${short}`, weight: weightOf(entry) };
}

function moved({ words, material, digest }: Draft, figures: ActivityFigures | undefined): string {
  const { done } = words.drafts;
  if (!figures || figures.percent === null) return "";
  const { percent: now, percentBefore: before } = figures;
  const to = words.percent(now);
  if (before === null) return done.percentFirst(to);
  const from = words.percent(before);
  if (before === now) return done.percentSame(to);
  const reasons = material.percents
    .filter(
      ({ on, activityId }) => on >= material.span.from && digest.keyOf(activityId) === figures.id,
    )
    .flatMap(({ reason }) => (reason === null ? [] : sentenceOf(reason)));
  const told = before < now ? done.percentMoved(from, to) : done.percentFell(from, to);
  return paragraph([told, ...new Set(reasons)]);
}

/** What belongs to earlier periods and was written too late for their report. */
function lateList(
  { words }: Draft,
  rows: { held: HeldEvent[]; internships: GivenInternship[]; entries: ToldEntry[] },
  minutes: number,
): Block {
  const { done, late, restOf } = words.drafts;
  const isLate = (row: { isLate: boolean }) => row.isLate;
  return {
    heading: late,
    lines: [
      ...rows.held.filter(isLate).map((event) => eventLine(event, words)),
      ...rows.internships.filter(isLate).map((one) => internshipLine(one, words)),
      ...(minutes > 0 ? [{ text: done.lateSupport(words.hours(minutes)), weight: 900 }] : []),
      ...rows.entries.filter(isLate).map((entry) => entryLine(entry, words)),
    ],
    rest: restOf,
  };
}

/** A per cent that moved says that something went on, even if nothing was written down. */
function stillness(draft: Draft, key: KeyActivity, figures: ActivityFigures | undefined): string[] {
  const hasMoved = (figures?.percent ?? 0) !== (figures?.percentBefore ?? 0);
  return hasMoved ? [moved(draft, figures)] : [quiet(draft, key), moved(draft, figures)];
}

function quiet({ material, words }: Draft, key: KeyActivity): string {
  const { none } = words.drafts.done;
  const { from } = material.span;
  const to = material.seenOn;
  if (key.state === "cancelled") return none.cancelled;
  if (key.state === "done") return none.done;
  if (key.startsOn !== null && key.startsOn > to)
    return none.notBegun(words.formats.date(key.startsOn));
  if (key.endsOn !== null && key.endsOn < from) return none.over(words.formats.date(key.endsOn));
  return none.running;
}
