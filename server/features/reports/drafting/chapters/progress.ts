import type { BasisPoints } from "../../../../values/percent.ts";
import { percentOf as shareOf } from "../../../../values/percent.ts";
import { byKind, type Draft, lineOf, listed, paragraph } from "../draft.ts";
import type { Block, Line } from "../fitting.ts";
import { entryLine, supportSentence } from "./done.ts";
import { outputLine } from "./outputs.ts";

/** The whole project in the period: how far it is, what it achieved, team, money, changes. */
export function progressOf(draft: Draft): Block[] {
  const { restOf, restOfLog, progress } = draft.words.drafts;
  const list = (heading: string, lines: Line[]): Block => ({ heading, lines, rest: restOf });
  const wholeProject = draft.digest.entries
    .filter(({ keyIds }) => keyIds.length === 0)
    .map((entry) => entryLine(entry, draft.words));
  return [
    opening(draft),
    people(draft),
    list(progress.milestones, achieved(draft)),
    list(progress.activities, activities(draft)),
    paragraph([indicators(draft), money(draft)]),
    list(progress.team, team(draft)),
    list(progress.changes, changes(draft)),
    list(progress.resolutions, resolutions(draft)),
    { heading: progress.wholeProject, lines: wholeProject, rest: restOfLog },
  ];
}

function opening({ material, figures, words }: Draft): string {
  const { progress } = words.drafts;
  const { period, timeBp, physicalBp, physicalBeforeBp } = figures;
  const range = words.days(period.from, period.to);
  const head = (period.isLast ? progress.lastPeriod : progress.period)(period.number, range);
  return paragraph([
    head,
    progress.elapsed(words.formats.date(material.seenOn), words.formats.percent(timeBp)),
    physical(physicalBp, physicalBeforeBp, words),
  ]);
}

function physical(
  now: BasisPoints | null,
  before: BasisPoints | null,
  { drafts, formats }: Draft["words"],
): string {
  if (now === null) return "";
  const moved = before !== null && formats.percent(before) !== formats.percent(now) && now > before;
  return moved
    ? drafts.progress.physicalMoved(formats.percent(before), formats.percent(now))
    : drafts.progress.physical(formats.percent(now));
}

function people({ digest, figures, words }: Draft): string {
  const { drafts } = words;
  const { persons, women, heads, supportedToDate } = figures.people;
  const { minutes, electronicMinutes, minutesToDate } = figures.people;
  const held = digest.held.filter(({ isLate }) => !isLate);
  return paragraph([
    held.length > 0 && `${drafts.held(byKind(held, words))}.`,
    persons > 0 && drafts.progress.people(persons, women),
    heads > 0 && drafts.done.heads(heads),
    supportSentence({ minutes, electronicMinutes }, words),
    minutesToDate > minutes &&
      drafts.progress.supportedToDate(supportedToDate, words.rangeOf(minutesToDate)),
  ]);
}

function achieved({ digest, words }: Draft): Line[] {
  const { drafts, formats } = words;
  return digest.done
    .filter(({ kind }) => kind !== "task")
    .map((one) =>
      one.kind === "output"
        ? outputLine(one, words)
        : { text: `${drafts.done.onDay(one.title, formats.date(one.doneOn))}.`, weight: 50 },
    );
}

function activities({ digest, figures, words }: Draft): Line[] {
  return figures.activities.flatMap(({ id, code, percent, percentBefore }) => {
    const key = digest.keys.find((one) => one.id === id);
    if (!key || percent === null || percentBefore === null || percent <= percentBefore) return [];
    const [from, to] = [words.percent(percentBefore), words.percent(percent)];
    return [{ text: `${words.drafts.progress.activityMoved(`${code} ${key.title}`, from, to)}.` }];
  });
}

function indicators({ figures, words }: Draft): string {
  const committed = figures.indicators.filter(
    ({ isCommitted, fulfilmentBp }) => isCommitted && fulfilmentBp !== null,
  );
  if (committed.length === 0) return "";
  const met = committed.filter(({ fulfilmentBp }) => (fulfilmentBp ?? 0) >= 10_000);
  return words.drafts.progress.indicators(met.length, committed.length);
}

function money({ figures, words }: Draft): string {
  const { incrementHalere, spentHalere, budgetHalere } = figures.money;
  if (spentHalere === null || incrementHalere === null) return "";
  const { money: printed, percent } = words.formats;
  const share = budgetHalere ? shareOf(spentHalere, budgetHalere) : undefined;
  return words.drafts.progress.money(
    printed(incrementHalere),
    printed(spentHalere),
    share === undefined ? null : percent(share),
  );
}

function team({ material, words }: Draft): Line[] {
  const { positions } = words.drafts.progress;
  return material.positionStates.map(({ name, state, on }) => {
    const told = positions[state as keyof typeof positions] ?? positions.vacant;
    return { text: `${told(words.drafts.quoted(name), words.formats.date(on))}.`, weight: 20 };
  });
}

function changes({ material, words }: Draft): Line[] {
  const { progress, quoted } = words.drafts;
  return material.changes.map(({ number, kind, title, state, on }) => {
    const told = progress.change(
      number,
      progress.changeKinds[kind],
      quoted(title),
      progress.changeStates[state],
      words.formats.date(on),
    );
    return { text: `${told}.`, weight: 40 };
  });
}

function resolutions({ material, words }: Draft): Line[] {
  return material.resolutions.map(({ decidedBy, resolutionNumber, decidedOn, title }) => {
    const day = words.formats.date(decidedOn);
    const told = words.drafts.progress.resolution(decidedBy, resolutionNumber, day, title);
    return { ...lineOf(told), weight: 40 };
  });
}

/** Who answers for the report: an office, not a person. */
export function contactOf({ material, words }: Draft): Block[] {
  const { beneficiary, department } = material.project;
  if (beneficiary === null) return [];
  return [listed([words.drafts.contact(beneficiary, department)])];
}
