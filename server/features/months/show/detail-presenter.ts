import { paths } from "../../../paths.ts";
import type { EventFacts, MonthDetails, RiskFacts, SourceFacts } from "../figures/details/facts.ts";
import type { MonthFacts } from "../figures/facts.ts";
import { resolutionText } from "../summaries/words.ts";
import type { Wording } from "../words.ts";
import { eventText, sourceCells, sourceSum, supportLines } from "./detail-words.ts";

/** Risks, resolutions, money by source and events of a month; null of one stored before there was any of it. */
export function presentDetails(facts: MonthFacts, wording: Wording) {
  const { details, project } = facts;
  if (!details) return null;
  const { sections, risks, sources, events } = wording.texts.summaries;
  return {
    risks: {
      title: sections.risks,
      none: risks.none,
      scoreTitle: risks.scoreTitle,
      items: details.risks.map((risk) => riskOf(risk, wording)),
    },
    resolutions: {
      title: sections.decisions,
      lines: details.resolutions.map((one) => resolutionText(one, wording)),
    },
    sources: {
      title: sections.sources,
      columns: [
        ...[sources.total, sources.previously, sources.inMonth],
        ...[sources.soFar, sources.percent, sources.remaining],
      ],
      source: sources.source,
      rows: sourceRows(details, wording),
    },
    events: {
      title: sections.events,
      none: events.none,
      words: events,
      support: supportLines(details, wording),
      rows: details.events.map((event) => eventOf(event, project.id, wording)),
    },
  };
}

function riskOf(risk: RiskFacts, { texts }: Wording) {
  const { risks: words } = texts.summaries;
  const { probability, impact, previousScore, hasOccurred, title, measure } = risk;
  const score = probability * impact;
  const trend = previousScore === null ? 0 : Math.sign(score - previousScore);
  return {
    title,
    measure: measure ? words.measure(measure) : "",
    score: words.score(probability, impact),
    trend:
      trend === 0
        ? null
        : {
            icon: trend > 0 ? "trending-up" : "trending-down",
            word: trend > 0 ? words.up : words.down,
          },
    occurred: hasOccurred ? words.occurred : null,
  };
}

function sourceRows({ sources }: MonthDetails, wording: Wording) {
  if (sources.length === 0) return [];
  const row = (source: SourceFacts, isSum: boolean) => ({
    ...{ name: source.name, isSum },
    cells: sourceCells(source, wording),
  });
  const sum = { ...sourceSum(sources), name: wording.texts.summaries.sources.sum };
  return [...sources.map((source) => row(source, false)), row(sum, true)];
}

function eventOf(event: EventFacts, projectId: number, wording: Wording) {
  const { formats } = wording;
  const { startsOn, endsOn, persons, minutes } = event;
  return {
    title: eventText(event, wording),
    href: paths.event(projectId, event.id),
    kind: event.kind[formats.language],
    when:
      startsOn === endsOn
        ? formats.shortDate(endsOn)
        : `${formats.shortDate(startsOn)} – ${formats.shortDate(endsOn)}`,
    persons: persons === null ? "–" : formats.number(persons),
    hours: formats.hourCount(minutes),
  };
}
