import { paths } from "../../paths.ts";
import type { Formats } from "../../texts/formats.ts";
import type { Texts } from "../../texts/index.ts";
import type { CalendarDate } from "../../values/calendar-date.ts";
import { formatIndicatorCode } from "../../values/indicator-code.ts";
import { type BasisPoints, clampPercent } from "../../values/percent.ts";
import { healthPill } from "../../web/health-pill.ts";
import { isOverdue } from "../milestones/rules.ts";
import { daysToEnd, fulfilment, spentShare, timeElapsed } from "../projects/totals/rules.ts";
import type { ProjectStanding } from "./service.ts";

export interface Reader {
  texts: Texts;
  formats: Formats;
  today: CalendarDate;
}

const LINES = 6;

/** One project on one sheet. */
export function presentStanding(
  { standing, milestones, indicators }: ProjectStanding,
  reader: Reader,
) {
  const { texts, formats, today } = reader;
  const words = texts.standings;
  const open = milestones.filter((milestone) => milestone.doneOn === null);
  const overdue = open.filter((milestone) => isOverdue(milestone, today));
  const next = open.filter((milestone) => !isOverdue(milestone, today));
  const done = milestones.filter((milestone) => milestone.doneOn !== null);
  const line = (milestone: (typeof milestones)[number], on: string) => ({
    href: `${paths.milestones(standing.id)}/${milestone.id}`,
    title: milestone.title,
    owner: milestone.ownerName ?? "",
    on: formats.date(on),
  });
  return {
    title: standing.title,
    shortName: standing.shortName,
    href: paths.project(standing.id),
    pill: healthPill(standing.health, texts),
    facts: [
      { term: words.number, text: standing.registrationNumber ?? texts.projects.noNumber },
      { term: words.span, text: formats.dateRange(standing.startsOn, standing.endsOn) },
      { term: words.manager, text: standing.managerName ?? texts.projects.missing },
    ],
    decision: {
      title: words.decisionNeeded,
      text: standing.decisionNeeded ?? words.noDecision,
      isNeeded: standing.decisionNeeded !== null,
    },
    sentence: {
      title: words.sentence,
      text: standing.healthSentence ?? words.noSentence,
      by: standing.healthOn
        ? words.statedBy(standing.healthByName ?? "", formats.date(standing.healthOn))
        : "",
    },
    tiles: presentTiles({ standing }, reader),
    lists: [
      {
        title: words.overdue,
        isLate: true,
        ...cut(
          overdue.map((one) => line(one, one.dueOn)),
          words,
        ),
      },
      {
        title: words.next,
        isLate: false,
        ...cut(
          next.map((one) => line(one, one.dueOn)),
          words,
        ),
      },
      {
        title: words.done,
        isLate: false,
        ...cut(done.map((one) => line(one, one.doneOn ?? one.dueOn)).reverse(), words),
      },
    ].filter((list) => list.rows.length > 0),
    indicators: presentIndicators(indicators, reader),
  };
}

function cut<Row>(rows: Row[], words: Texts["standings"]) {
  const rest = rows.length - LINES;
  return { rows: rows.slice(0, LINES), more: rest > 0 ? words.more(rest) : null };
}

function presentTiles({ standing }: Pick<ProjectStanding, "standing">, reader: Reader) {
  const { texts, formats, today } = reader;
  const words = texts.standings;
  const left = daysToEnd(standing, today);
  const { spentHalere, totalHalere, spentOn } = standing;
  const spentNote =
    spentHalere === null || totalHalere === null
      ? ""
      : words.spentOf(formats.wholeMoney(spentHalere), formats.wholeMoney(totalHalere));
  return [
    tile(words.time, timeElapsed(standing, today), reader, {
      note: left < 0 ? words.ended : words.daysLeft(formats.daysFromToday(standing.endsOn, today)),
    }),
    tile(words.physical, standing.physicalBp, reader, { note: "" }),
    tile(words.indicators, standing.indicatorsBp, reader, {
      missing: texts.projects.noTarget,
      note:
        standing.indicatorsWithTarget > 0
          ? words.met(standing.indicatorsMet, standing.indicatorsWithTarget)
          : "",
    }),
    tile(words.money, spentShare(standing), reader, {
      note: [spentNote, spentOn ? words.spentOn(formats.date(spentOn)) : ""]
        .filter(Boolean)
        .join(", "),
    }),
  ];
}

function tile(
  label: string,
  figure: BasisPoints | null | undefined,
  { texts, formats }: Reader,
  more: { note: string; missing?: string },
) {
  const isKnown = figure !== null && figure !== undefined;
  return {
    label,
    value: isKnown ? formats.percent(figure) : (more.missing ?? texts.projects.missing),
    note: more.note,
    bar: isKnown ? { percent: Math.round(clampPercent(figure) / 100) } : null,
  };
}

function presentIndicators(indicators: ProjectStanding["indicators"], { texts, formats }: Reader) {
  const rows = indicators.map((indicator) => {
    const figure = fulfilment(indicator);
    const value = (scaled: number | null) =>
      scaled === null ? texts.projects.missing : formats.scaled(scaled, indicator.decimals);
    return {
      name: [indicator.code && formatIndicatorCode(indicator.code), indicator.name]
        .filter(Boolean)
        .join(" "),
      achieved:
        indicator.target === null
          ? value(indicator.achieved)
          : `${value(indicator.achieved ?? 0)} / ${value(indicator.target)} ${indicator.unit}`,
      bar: {
        percent: figure === undefined ? null : Math.round(clampPercent(figure) / 100),
        label: figure === undefined ? texts.projects.noTarget : formats.percent(figure),
      },
    };
  });
  return { title: texts.standings.indicatorList, rows };
}

/** The table in front of the sheets: one line a project. */
export function presentOverview(standings: readonly ProjectStanding[], reader: Reader) {
  const { texts, formats, today } = reader;
  const figure = (points: BasisPoints | null | undefined, missing: string) =>
    points === null || points === undefined ? missing : formats.percent(points);
  return standings.map(({ standing, milestones }) => {
    const open = milestones.filter((milestone) => milestone.doneOn === null);
    const next = open.find((milestone) => milestone.dueOn >= today);
    const late = open.filter((milestone) => isOverdue(milestone, today)).length;
    return {
      href: `#project-${standing.id}`,
      id: `project-${standing.id}`,
      shortName: standing.shortName,
      sentence: standing.healthSentence ?? "",
      pill: healthPill(standing.health, texts),
      on: standing.healthOn ? formats.nearDate(standing.healthOn, today) : "",
      time: formats.percent(timeElapsed(standing, today)),
      physical: figure(standing.physicalBp, texts.projects.missing),
      indicators: figure(standing.indicatorsBp, texts.projects.noTarget),
      money: figure(spentShare(standing), texts.projects.missing),
      deadline: next ? `${formats.nearDate(next.dueOn, today)} ${next.title}` : "",
      overdue: late > 0 ? texts.projects.overdue(late) : "",
      decision: standing.decisionNeeded ?? "",
    };
  });
}
