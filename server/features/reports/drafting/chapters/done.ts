import { hoursOf } from "../../../../values/duration.ts";
import type { GivenInternship, HeldEvent, ToldEntry } from "../digest.ts";
import { byKind, type Draft, eventName, lineOf, listed, paragraph, type Words } from "../draft.ts";
import type { ActivityFigures } from "../figures.ts";
import type { Block, Line } from "../fitting.ts";
import { type KeyActivity, weightOf } from "../rules.ts";

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
  if (isQuiet && (figures?.minutes ?? 0) === 0) return [quiet(draft, key), moved(figures, words)];
  return [
    paragraph([heldSentence(now(held), words), ...peopleSentences(figures, words)]),
    eventList(now(held), words),
    internshipList(now(internships), words),
    { heading: null, lines: campaigns, rest: words.drafts.restOf },
    milestoneSentence(draft, now(done)),
    entryList(now(entries), words, held.length + internships.length > 0),
    moved(figures, words),
    lateList(draft, { held, internships, entries }),
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
    minutes > 0
      ? done.support(
          hoursOf(minutes),
          words.formats.hourCount(minutes),
          electronicMinutes > 0 ? words.hours(electronicMinutes) : null,
        )
      : "",
  ];
}

/** A single event is told by the sentence before; its line still says where and when. */
function eventList(held: readonly HeldEvent[], words: Words): Block {
  const { drafts } = words;
  return {
    heading: held.length > 1 ? drafts.done.eventsHeading : null,
    lines: held.map((event) => eventLine(event, words)),
    rest: drafts.restOf,
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
  const { done, joined, quoted } = words.drafts;
  const days = words.days(one.startsOn, one.endsOn);
  const hosts = one.hosts.length > 0 && done.at(joined(one.hosts));
  const trainees = one.trainees > 0 && done.trainees(one.trainees);
  const hours = one.minutes > 0 && words.ofSupport(one.minutes);
  const name = quoted(one.title);
  return {
    text: `${listed([name, days, hosts])}${colon(listed([trainees, hours]))}`,
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

function entryList(entries: readonly ToldEntry[], words: Words, hasMore: boolean): Block {
  const { drafts } = words;
  return {
    heading: hasMore ? drafts.done.entriesHeading : null,
    lines: entries.map((entry) => entryLine(entry, words)),
    rest: drafts.restOfLog,
  };
}

export function entryLine(entry: ToldEntry, { formats }: Words): Line {
  const { text, short } = lineOf(entry.body);
  const day = formats.date(entry.on);
  return { text: `${day}: ${text}`, short: `${day}: ${short}`, weight: weightOf(entry) };
}

function moved(figures: ActivityFigures | undefined, words: Words): string {
  const { done } = words.drafts;
  if (!figures || figures.percent === null) return "";
  const { percent: now, percentBefore: before } = figures;
  const to = words.percent(now);
  if (before === null) return done.percentFirst(to);
  const from = words.percent(before);
  if (before === now) return done.percentSame(to);
  return before < now ? done.percentMoved(from, to) : done.percentFell(from, to);
}

/** What belongs to earlier periods and was written too late for their report. */
function lateList(
  { words }: Draft,
  rows: { held: HeldEvent[]; internships: GivenInternship[]; entries: ToldEntry[] },
): Block {
  const isLate = (row: { isLate: boolean }) => row.isLate;
  return {
    heading: words.drafts.late,
    lines: [
      ...rows.held.filter(isLate).map((event) => eventLine(event, words)),
      ...rows.internships.filter(isLate).map((one) => internshipLine(one, words)),
      ...rows.entries.filter(isLate).map((entry) => entryLine(entry, words)),
    ],
    rest: words.drafts.restOf,
  };
}

function quiet({ material, words }: Draft, key: KeyActivity): string {
  const { none } = words.drafts.done;
  const { from, to } = material.span;
  if (key.state === "cancelled") return none.cancelled;
  if (key.state === "done") return none.done;
  if (key.startsOn !== null && key.startsOn > to)
    return none.notBegun(words.formats.date(key.startsOn));
  if (key.endsOn !== null && key.endsOn < from) return none.over(words.formats.date(key.endsOn));
  return none.running;
}
