import { daysBetween } from "../../../../values/calendar-date.ts";
import { hundredthsOfHour } from "../../../../values/duration.ts";
import { healthPill } from "../../../../web/health-pill.ts";
import type { Sheet } from "../../../exports/writing/orders.ts";
import { thingTitle } from "../../../reminders/words.ts";
import { isContradicted, type PortfolioRow, signalOf } from "../../ranking/rules.ts";
import { eventText } from "../../show/detail-words.ts";
import { monthTitle, type Wording } from "../../words.ts";
import { regionTiles } from "../region-presenter.ts";
import { decisionLines, nextOf } from "../words.ts";
import type { SummaryMaterial } from "./material.ts";
import { standingOf } from "./paper.ts";

type Column = Sheet["columns"][number];

const text = (header: string, width: number): Column => ({ header, width, type: "text" });
const of = (type: Column["type"], header: string): Column => ({ header, type });

/** The summary as tables for those who compute further; every number is a number. */
export function sheetsOf(material: SummaryMaterial, wording: Wording): Sheet[] {
  return [
    projectSheet(material, wording),
    indicatorSheet(material, wording),
    sourceSheet(material, wording),
    eventSheet(material, wording),
    riskSheet(material, wording),
    decisionSheet(material, wording),
    ...owedSheet(material, wording),
    aboutSheet(material, wording),
  ];
}

function projectSheet({ projects, comparison }: SummaryMaterial, wording: Wording): Sheet {
  const { months, summaries } = wording.texts;
  const { figures } = months;
  const words = months.portfolio.sheet;
  const { sheet } = summaries;
  const name = wording.formats.monthName(comparison.month);
  const columns = [
    text(months.portfolio.columns.project, 30),
    text(summaries.columns.manager, 16),
    of("day", words.statusOn),
    text(summaries.columns.computed, 16),
    text(summaries.disagreement, 12),
    of("percent", figures.time),
    of("percent", figures.indicators),
    of("percent", figures.physical),
    of("money", words.spent),
    of("money", words.total),
    of("money", sheet.planned),
    of("number", sheet.overThreshold),
    of("number", sheet.crossed),
    of("number", sheet.events),
    { ...of("scaled", sheet.hours) },
    of("number", words.overdue),
    of("day", words.deadlineOn),
    text(words.deadline, 36),
    text(words.sentence, 60),
    text(words.decision, 60),
    text(sheet.comparedHealth(name), 16),
    of("percent", sheet.comparedIndicators(name)),
    of("percent", sheet.comparedPhysical(name)),
    of("money", sheet.comparedSpent(name)),
  ];
  const rows = projects.map(({ row }) => ({ cells: projectCells(row, wording), decimals: 2 }));
  return { name: sheet.projects, columns, rows };
}

function projectCells(row: PortfolioRow, wording: Wording) {
  const { texts } = wording;
  const health = (one: PortfolioRow["health"]) => healthPill(one, texts).label;
  return [
    ...[row.shortName, health(row.health), row.statusOn, health(signalOf(row))],
    isContradicted(row) ? texts.summaries.disagreement : null,
    ...[row.timeBp, row.indicatorsBp, row.physicalBp, row.spentHalere, row.totalHalere],
    ...detailCells(row),
    ...[row.overdue, row.nextDueOn, nextOf(row, wording)?.title ?? null],
    ...[row.sentence, decisionLines(row, wording).join("\n") || null],
    ...previousCells(row, health),
  ];
}

function detailCells({ details }: PortfolioRow) {
  if (!details) return [null, null, null, null, null];
  const { plannedHalere, overThreshold, crossedInMonth, events, minutesInMonth } = details;
  return [plannedHalere, overThreshold, crossedInMonth, events, hundredthsOfHour(minutesInMonth)];
}

function previousCells(
  { previous }: PortfolioRow,
  health: (one: PortfolioRow["health"]) => string,
) {
  if (!previous) return [null, null, null, null];
  const { indicatorsBp, physicalBp, spentHalere } = previous;
  return [health(previous.health), indicatorsBp, physicalBp, spentHalere];
}

function indicatorSheet({ projects }: SummaryMaterial, { texts }: Wording): Sheet {
  const words = texts.months.indicators;
  const { sheet } = texts.summaries;
  return {
    name: sheet.indicators,
    columns: [
      ...[
        text(sheet.project, 30),
        text(words.code, 10),
        text(words.name, 60),
        text(words.unit, 14),
      ],
      ...[of("scaled", words.inMonth), of("scaled", words.achieved), of("scaled", words.target)],
      of("percent", words.fulfilment),
    ],
    rows: projects.flatMap(({ facts }) =>
      facts.indicators.map((one) => ({
        decimals: one.decimals,
        cells: [
          ...[facts.project.shortName, one.code, one.name, one.unit],
          ...[one.inMonth, one.achieved, one.target, one.fulfilmentBp],
        ],
      })),
    ),
  };
}

function sourceSheet({ projects }: SummaryMaterial, { texts }: Wording): Sheet {
  const { sources: words, sheet } = texts.summaries;
  return {
    name: sheet.sources,
    columns: [
      ...[text(sheet.project, 30), text(words.source, 36)],
      ...[of("money", words.total), of("money", words.previously), of("money", words.inMonth)],
      of("money", words.soFar),
    ],
    rows: projects.flatMap(({ facts }) =>
      (facts.details?.sources ?? []).map((one) => ({
        cells: [
          ...[facts.project.shortName, one.name, one.totalHalere, one.previouslyHalere],
          ...[one.inMonthHalere, one.soFarHalere],
        ],
      })),
    ),
  };
}

function eventSheet({ projects }: SummaryMaterial, wording: Wording): Sheet {
  const { texts, formats } = wording;
  const { events: words, sheet } = texts.summaries;
  return {
    name: sheet.eventList,
    columns: [
      ...[text(sheet.project, 30), text(words.event, 50), text(sheet.kind, 24)],
      ...[of("day", sheet.from), of("day", sheet.until)],
      ...[of("number", words.persons), of("scaled", words.hours)],
    ],
    rows: projects.flatMap(({ facts }) =>
      (facts.details?.events ?? []).map((event) => ({
        decimals: 2,
        cells: [
          ...[facts.project.shortName, eventText(event, wording), event.kind[formats.language]],
          ...[event.startsOn, event.endsOn, event.persons, hundredthsOfHour(event.minutes)],
        ],
      })),
    ),
  };
}

function riskSheet({ projects }: SummaryMaterial, { texts }: Wording): Sheet {
  const { risks: words, sheet, sections } = texts.summaries;
  return {
    name: sheet.risks,
    columns: [
      ...[text(sheet.project, 30), text(sections.risks, 50)],
      ...[of("number", sheet.probability), of("number", sheet.impact)],
      ...[text(sheet.state, 14), text(sheet.measure, 60)],
    ],
    rows: projects.flatMap(({ facts }) =>
      (facts.details?.risks ?? []).map((risk) => ({
        cells: [
          ...[facts.project.shortName, risk.title, risk.probability, risk.impact],
          ...[risk.hasOccurred ? words.occurred : sheet.open, risk.measure],
        ],
      })),
    ),
  };
}

function decisionSheet({ projects }: SummaryMaterial, { texts }: Wording): Sheet {
  const { sheet } = texts.summaries;
  return {
    name: sheet.decisions,
    columns: [
      ...[text(sheet.project, 30), text(sheet.decision, 60), text(sheet.decidedBy, 24)],
      of("day", sheet.submitBy),
    ],
    rows: projects.flatMap(({ row, facts }) => [
      ...(row.decisionNeeded === null
        ? []
        : [{ cells: [row.shortName, row.decisionNeeded, null, null] }]),
      ...(facts.details?.resolutions ?? []).map(({ title, decidedBy, submitBy }) => ({
        cells: [row.shortName, title, decidedBy, submitBy],
      })),
    ]),
  };
}

/** All of what has been owed too long, where the paper tells of the oldest. */
function owedSheet({ escalated, order }: SummaryMaterial, wording: Wording): Sheet[] {
  const { sheet, escalated: words } = wording.texts.summaries;
  const { owedOn } = order;
  if (owedOn === undefined || escalated.length === 0) return [];
  return [
    {
      name: words.title,
      columns: [
        ...[text(sheet.project, 30), text(sheet.owed, 60), of("day", sheet.owedSince)],
        ...[of("number", sheet.owedDays), text(sheet.owedBy, 24), text(sheet.note, 40)],
      ],
      rows: escalated.map((thing) => ({
        cells: [
          ...[thing.projectName, thingTitle(thing, wording), thing.dueOn],
          ...[daysBetween(thing.dueOn, owedOn), thing.ownerName ?? thing.contactName],
          words.note(wording.formats.date(owedOn)),
        ],
      })),
    },
  ];
}

function aboutSheet(material: SummaryMaterial, wording: Wording): Sheet {
  const { texts, formats } = wording;
  const { sheet } = texts.summaries;
  const { order, region, comparison, madeAt } = material;
  const line = (label: string, value: string, note = "") => ({ cells: [label, value, note] });
  return {
    name: sheet.about,
    columns: [text(sheet.figure, 30), text(sheet.value, 40), text(sheet.note, 60)],
    rows: [
      line(sheet.month, monthTitle(order.month, wording), standingOf(material, wording)),
      ...regionTiles(region, comparison.region, wording).map(({ label, value, note }) =>
        line(label, value, note),
      ),
      line(sheet.madeAt, formats.dateTime(madeAt), sheet.noNames),
    ],
  };
}
