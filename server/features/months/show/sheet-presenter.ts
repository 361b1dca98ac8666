import { paths } from "../../../paths.ts";
import { healthPill } from "../../../web/health-pill.ts";
import { agendaTitle } from "../../agenda/rules.ts";
import { agendaHref } from "../../agenda/service.ts";
import { spentShare } from "../../projects/totals/rules.ts";
import { presentTold } from "../corrections/told-presenter.ts";
import type { AheadFacts, MilestoneFacts, MonthFacts } from "../figures/facts.ts";
import { headlineOf } from "../figures/rules.ts";
import { healthChange, isContradicted, signalOf } from "../ranking/rules.ts";
import { type ChangeMark, pointsMark, type Wording } from "../words.ts";
import { presentDetails } from "./detail-presenter.ts";
import { presentIndicators } from "./indicator-rows.ts";

const ENTRIES_SHOWN = 8;
const ITEMS_SHOWN = 6;

/** A month of one project on one sheet. With what was reported, both are told where they differ. */
export interface Sheet {
  facts: MonthFacts;
  reported: MonthFacts | null;
}

export function presentSheet({ facts, reported }: Sheet, wording: Wording) {
  const { texts } = wording;
  const { months } = texts;
  return {
    figures: presentFigures({ facts, reported }, wording),
    status: presentStatus({ facts, reported }, wording),
    // Of what was told of the month: what came after it is told by the next one.
    told: presentTold((reported ?? facts).corrections, facts.indicators, wording),
    indicators: presentIndicators({ facts, reported }, wording),
    activities: presentActivities(facts, wording),
    log: presentLog(facts, wording),
    details: presentDetails(facts, wording),
    lists: [
      { key: "finished", ...listOf(facts, facts.finished, months.finished, wording) },
      { key: "missed", ...listOf(facts, facts.missed, months.missed, wording) },
      {
        key: "ahead",
        ...cut(facts.ahead, months.ahead, (thing) => presentAhead(thing, facts, wording), texts),
      },
    ],
  };
}

interface Figure {
  label: string;
  value: string;
  width: number | null;
  marker: number | null;
  note: string;
  mark: ChangeMark | null;
  /** What was reported, where it is not the same. */
  reported: string | null;
}

function presentFigures({ facts, reported }: Sheet, wording: Wording): Figure[] {
  const { texts, formats } = wording;
  const { months } = texts;
  const { totals, previous, totalHalere, timeBp } = facts;
  const money = (of: MonthFacts, spentHalere: number | null) =>
    spentShare({ spentHalere, totalHalere: of.totalHalere }) ?? null;
  const figure = (
    label: string,
    [now, before, then]: (number | null | undefined)[],
    { note, missing = months.missing }: { note: string; missing?: string },
  ): Figure => {
    const show = (points: number | null | undefined) =>
      points === null || points === undefined ? missing : formats.percent(points);
    const differs = reported !== null && show(then) !== show(now);
    return {
      label,
      value: show(now),
      width: now === null || now === undefined ? null : Math.min(100, Math.round(now / 100)),
      marker: Math.min(98, Math.round(timeBp / 100)),
      note,
      mark: pointsMark(now ?? null, before, wording),
      reported: differs ? months.reportedValue(show(then)) : null,
    };
  };
  const met = [totals.indicatorsMet, totals.indicatorsWithTarget].map(formats.number);
  return [
    {
      ...figure(months.figures.time, [timeBp, undefined, timeBp], {
        note: months.hints.time(formats.date(facts.project.endsOn)),
      }),
      marker: null,
    },
    figure(
      months.figures.indicators,
      [totals.indicatorsBp, previous.indicatorsBp, reported?.totals.indicatorsBp],
      {
        note: months.hints.indicators(met[0] ?? "", met[1] ?? ""),
        missing: months.noTarget,
      },
    ),
    figure(
      months.figures.physical,
      [totals.physicalBp, previous.physicalBp, reported?.totals.physicalBp],
      { note: months.hints.physical },
    ),
    figure(
      months.figures.money,
      [
        money(facts, totals.spentHalere),
        money(facts, previous.spentHalere),
        reported && money(reported, reported.totals.spentHalere),
      ],
      { note: moneyNote(totals.spentHalere, totalHalere, wording) },
    ),
  ];
}

function moneyNote(spent: number | null, total: number | null, { texts, formats }: Wording) {
  const { hints } = texts.months;
  if (spent === null) return total === null ? "" : hints.money("0", formats.wholeMoney(total));
  if (total === null) return hints.moneyOnly(formats.wholeMoney(spent));
  return hints.money(formats.wholeMoney(spent), formats.wholeMoney(total));
}

function presentStatus({ facts, reported }: Sheet, { texts, formats }: Wording) {
  const { months, projects } = texts;
  const { status, totals, previous } = facts;
  const change = healthChange(totals.health, previous.health);
  const standing = headlineOf(facts);
  const signal = signalOf(standing);
  const reportedHealth = reported?.totals.health ?? null;
  return {
    pill: healthPill(totals.health, texts),
    on: status ? months.status.on(formats.date(status.on)) : null,
    sentence: status?.sentence ?? months.status.none,
    isMissing: status === null,
    decision: status?.decisionNeeded ?? null,
    change: changeWords(change, previous.health, texts),
    contradiction:
      isContradicted(standing) && signal
        ? {
            text: months.status.contradiction,
            label: months.status.computed(projects.healths[signal]),
          }
        : null,
    reported:
      reported !== null && reportedHealth !== totals.health
        ? months.reportedValue(projects.healths[reportedHealth ?? "none"])
        : null,
  };
}

export function changeWords(
  change: "up" | "down" | "same" | undefined,
  before: MonthFacts["totals"]["health"] | undefined,
  texts: Wording["texts"],
) {
  if (change === undefined || change === "same" || !before) return null;
  const words = texts.months.change;
  return {
    icon: change === "up" ? "arrow-up" : "arrow-down",
    word: change === "up" ? words.better : words.worse,
    before: words.before(texts.projects.healths[before]),
  };
}

function presentActivities({ activities }: MonthFacts, { texts, formats }: Wording) {
  const words = texts.months.activities;
  const percent = (n: number) => formats.percent(n * 100);
  const moved = (now: number | null, before: number | null) => {
    if (now === null) return words.gone;
    return before === null ? words.first(percent(now)) : words.moved(percent(before), percent(now));
  };
  return activities.map(({ code, title, percent: now, previous }) => ({
    code,
    title,
    moved: moved(now, previous),
  }));
}

function presentLog({ log, project, month }: MonthFacts, { texts, formats }: Wording) {
  const words = texts.months.log;
  const shown = log.entries.slice(-ENTRIES_SHOWN);
  const rest = log.count - shown.length;
  return {
    count: log.count === 0 ? null : words.count(log.count),
    href: `${paths.progress(project.id)}?month=${month}`,
    entries: shown.map((entry) => ({
      on: formats.shortDate(entry.on),
      activities: entry.activities.join(", "),
      text: entry.excerpt,
      href: paths.logEntry(project.id, entry.id),
    })),
    more: rest > 0 ? words.more(rest) : null,
  };
}

interface ListWords {
  title: string;
  none: string;
}

function cut<Row>(
  rows: readonly Row[],
  words: ListWords,
  present: (row: Row) => object,
  texts: Wording["texts"],
) {
  const rest = rows.length - ITEMS_SHOWN;
  return {
    title: words.title,
    none: words.none,
    items: rows.slice(0, ITEMS_SHOWN).map(present),
    more: rest > 0 ? texts.months.more(rest) : null,
  };
}

function listOf(
  facts: MonthFacts,
  rows: readonly MilestoneFacts[],
  words: ListWords,
  { texts, formats }: Wording,
) {
  const { finished } = texts.months;
  const present = ({ id, kind, title, dueOn, doneOn }: MilestoneFacts) => {
    const done =
      doneOn && (doneOn > dueOn ? finished.late : finished.on)(formats.shortDate(doneOn));
    return {
      title,
      href: paths.milestone(facts.project.id, id),
      date: formats.shortDate(dueOn),
      note: [kindText(kind, texts), done].filter(Boolean).join(", "),
      isLate: doneOn === null,
    };
  };
  return cut(rows, words, present, texts);
}

function presentAhead(thing: AheadFacts, facts: MonthFacts, { texts, formats }: Wording) {
  const { project } = facts;
  return {
    title: agendaTitle(thing, texts),
    href: agendaHref({
      objectType: thing.objectType as "milestone",
      pageId: thing.pageId,
      projectId: project.id,
    }),
    date: formats.shortDate(thing.dueOn),
    note: kindText(thing.kind, texts),
    isLate: false,
  };
}

function kindText(kind: string, { agenda }: Wording["texts"]): string {
  return agenda.kinds[kind as keyof typeof agenda.kinds];
}
