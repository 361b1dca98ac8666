import { agendaTitle } from "../../../agenda/rules.ts";
import type { Block, Cell } from "../../../exports/writing/documents/document.ts";
import { presentTold } from "../../corrections/told-presenter.ts";
import type { EventFacts, RiskFacts, SourceFacts } from "../../figures/details/facts.ts";
import type { MonthFacts } from "../../figures/facts.ts";
import type { PortfolioRow } from "../../ranking/rules.ts";
import { eventText, sourceCells, sourceSum, supportLines } from "../../show/detail-words.ts";
import { presentIndicators } from "../../show/indicator-rows.ts";
import type { Wording } from "../../words.ts";
import { presentRow } from "../row-presenter.ts";
import { decisionLines } from "../words.ts";

const ENTRIES_SHOWN = 5;
const ITEMS_SHOWN = 6;
const RISKS_SHOWN = 3;
const EVENTS_SHOWN = 8;

/** Half a page of a project: how it stands, what was done, what comes, and its figures. */
export function projectBlocks(
  { row, facts, isFirst }: { row: PortfolioRow; facts: MonthFacts; isFirst: boolean },
  wording: Wording,
): Block[] {
  const { months, summaries } = wording.texts;
  const until = summaries.paper.until(wording.formats.date(facts.project.endsOn));
  return [
    {
      ...{ kind: "heading", level: 1, text: facts.project.shortName, isNewPage: isFirst },
      note: `${facts.project.title} · ${until}`,
    },
    figuresTiles(row, facts, wording),
    {
      ...{ kind: "text", isStrong: facts.status !== null, isSoft: facts.status === null },
      text: facts.status?.sentence ?? months.status.none,
    },
    ...listed(
      summaries.sections.decisions,
      decisionLines(row, wording).map((text) => ({ text })),
    ),
    ...told(facts, wording),
    ...doneBlocks(facts, wording),
    ...nextBlocks(facts, wording),
    ...riskBlocks(facts, wording),
    ...indicatorBlocks(facts, wording),
    ...sourceBlocks(facts, wording),
    ...eventBlocks(facts, wording),
  ];
}

function figuresTiles(row: PortfolioRow, facts: MonthFacts, wording: Wording): Block {
  const { months, summaries } = wording.texts;
  const shown = presentRow(row, facts.month, wording);
  const tone = {
    label: months.figures.status,
    value: shown.manager.label,
    tone: shown.manager.tone,
  };
  const computed = `${summaries.columns.computed}: ${shown.computed.label}`;
  return {
    kind: "tiles",
    tiles: [
      {
        ...tone,
        note: shown.isContradicted ? `${computed} (${summaries.disagreement})` : computed,
      },
      ...[{ name: months.figures.time, ...shown.time }, ...shown.figures].map(
        ({ name, label, width, mark }) => ({
          ...{ label: name, value: label },
          ...(width !== null && { percent: width }),
          ...(mark && { note: `${mark.icon === "arrow-up" ? "▲" : "▼"} ${mark.text}` }),
        }),
      ),
    ],
  };
}

function listed(title: string, items: { text: string; side?: string }[]): Block[] {
  if (items.length === 0) return [];
  return [
    { kind: "heading", level: 2, text: title },
    { kind: "list", items },
  ];
}

function told(facts: MonthFacts, wording: Wording): Block[] {
  const corrections = presentTold(facts.corrections, facts.indicators, wording);
  return corrections
    ? listed(
        corrections.title,
        corrections.lines.map((text) => ({ text })),
      )
    : [];
}

function doneBlocks({ log, finished }: MonthFacts, { texts, formats }: Wording): Block[] {
  const { sections, paper } = texts.summaries;
  const { finished: words } = texts.months;
  const entries = log.entries.slice(-ENTRIES_SHOWN).map(({ on, activities, excerpt }) => ({
    side: formats.shortDate(on),
    text: [activities.join(", "), excerpt].filter(Boolean).join(": "),
  }));
  const kept = finished.slice(0, ITEMS_SHOWN).map(({ title, dueOn, doneOn }) => ({
    side: formats.shortDate(doneOn ?? dueOn),
    text: `${title} (${doneOn && doneOn > dueOn ? words.late(formats.shortDate(doneOn)) : words.on(formats.shortDate(doneOn ?? dueOn))})`,
  }));
  const rest = log.count - entries.length;
  const more = rest > 0 ? [{ side: "", text: texts.months.log.more(rest) }] : [];
  const items = [...entries, ...more, ...kept];
  if (items.length > 0) return listed(sections.done, items);
  return [
    { kind: "heading", level: 2, text: sections.done },
    { kind: "text", text: paper.nothingDone, isSoft: true },
  ];
}

function nextBlocks({ ahead, missed }: MonthFacts, { texts, formats }: Wording): Block[] {
  const { sections, paper } = texts.summaries;
  const late = missed.slice(0, ITEMS_SHOWN).map(({ title, dueOn }) => ({
    side: formats.shortDate(dueOn),
    text: `${title} – ${texts.summaries.region.overdue.toLocaleLowerCase("cs")}`,
  }));
  const next = ahead.slice(0, ITEMS_SHOWN).map((thing) => ({
    side: formats.shortDate(thing.dueOn),
    text: agendaTitle(thing, texts),
  }));
  const rest = missed.length - late.length + ahead.length - next.length;
  const more = rest > 0 ? [{ side: "", text: paper.more(rest) }] : [];
  const items = [...late, ...next, ...more];
  if (items.length > 0) return listed(sections.next, items);
  return [
    { kind: "heading", level: 2, text: sections.next },
    { kind: "text", text: paper.nothingNext, isSoft: true },
  ];
}

function riskBlocks({ details }: MonthFacts, { texts }: Wording): Block[] {
  const { risks: words, sections } = texts.summaries;
  const risks = details?.risks ?? [];
  const line = ({ title, measure, hasOccurred }: RiskFacts) =>
    [hasOccurred ? `${title} (${words.occurred})` : title, measure && words.measure(measure)]
      .filter(Boolean)
      .join(". ");
  return listed(
    sections.risks,
    risks.slice(0, RISKS_SHOWN).map((risk) => ({
      side: words.score(risk.probability, risk.impact),
      text: line(risk),
    })),
  );
}

function indicatorBlocks(facts: MonthFacts, wording: Wording): Block[] {
  const { months, summaries } = wording.texts;
  const words = months.indicators;
  if (facts.indicators.length === 0) return [];
  const number = (header: string) => ({ header, weight: 0, isNumber: true });
  return [
    { kind: "heading", level: 2, text: summaries.sections.indicators },
    {
      kind: "table",
      columns: [
        { header: words.name, weight: 50 },
        number(words.inMonth),
        number(words.achieved),
        number(words.target),
        { header: words.fulfilment, weight: 12 },
      ],
      rows: presentIndicators({ facts, reported: null }, wording).map((row) => ({
        cells: [
          { text: row.name, note: row.note },
          { text: row.inMonth },
          { text: row.achieved },
          { text: row.target },
          { text: row.bar?.label ?? "", ...(row.bar && { bar: { percent: row.bar.width } }) },
        ],
      })),
    },
  ];
}

function sourceBlocks({ details }: MonthFacts, wording: Wording): Block[] {
  const { sources: words, sections } = wording.texts.summaries;
  const sources = details?.sources ?? [];
  if (sources.length === 0) return [];
  const number = (header: string) => ({ header, weight: 0, isNumber: true });
  const columns = [
    words.total,
    words.previously,
    words.inMonth,
    words.soFar,
    words.percent,
    words.remaining,
  ];
  const cells = (source: SourceFacts): Cell[] => [
    { text: source.name },
    ...sourceCells(source, wording).map((text) => ({ text })),
  ];
  return [
    { kind: "heading", level: 2, text: sections.sources },
    {
      kind: "table",
      columns: [{ header: words.source, weight: 1 }, ...columns.map(number)],
      rows: [
        ...sources.map((source) => ({ cells: cells(source) })),
        { cells: cells({ ...sourceSum(sources), name: words.sum }), isStrong: true },
      ],
    },
  ];
}

function eventBlocks({ details }: MonthFacts, wording: Wording): Block[] {
  if (!details) return [];
  const { texts, formats } = wording;
  const { events: words, sections, paper } = texts.summaries;
  const { events } = details;
  const support = supportLines(details, wording).map((text): Block => ({ kind: "text", text }));
  if (events.length === 0 && support.length === 0) return [];
  const cells = (event: EventFacts): Cell[] => [
    { text: eventText(event, wording), note: event.kind[formats.language] },
    { text: formats.shortDate(event.endsOn) },
    { text: event.persons === null ? "–" : formats.number(event.persons) },
    { text: formats.hourCount(event.minutes) },
  ];
  const rest = events.length - EVENTS_SHOWN;
  const table: Block = {
    kind: "table",
    columns: [
      { header: words.event, weight: 1 },
      { header: words.when, weight: 0, isNumber: true },
      { header: words.persons, weight: 0, isNumber: true },
      { header: words.hours, weight: 0, isNumber: true },
    ],
    rows: events.slice(0, EVENTS_SHOWN).map((event) => ({ cells: cells(event) })),
  };
  return [
    { kind: "heading", level: 2, text: sections.events },
    ...(events.length > 0 ? [table] : []),
    ...(rest > 0 ? [{ kind: "text" as const, text: paper.more(rest), isSoft: true }] : []),
    ...support,
  ];
}
