import type { Database } from "../../../../db/connection.ts";
import {
  type FactEvent,
  type FactOutput,
  type FactPerson,
  listFactEvents,
  listFactOutputs,
  listFactPersons,
  listSupportOrigins,
  type SupportOrigin,
} from "../../../../db/queries/fact-details.ts";
import {
  type IndicatorValueWithAuthor,
  listIndicatorValues,
} from "../../../../db/queries/indicator-values.ts";
import type { IndicatorOnPage } from "../../../../db/queries/indicators.ts";
import type { SupportedPerson } from "../../../../db/queries/supported-persons.ts";
import { groupedBy } from "../../../values/grouped.ts";
import { type Breakdown, loadBreakdown } from "../breakdowns/service.ts";
import { type Computation, type CountedFact, countOf, standingOn } from "../computing/rules.ts";
import { loadFactsOf, thresholdsOf } from "../computing/service.ts";
import { carriesValue, type Moment, valuesInForce } from "../rules.ts";
import { withoutConfidential } from "./rules.ts";

/** Everything behind the figure of an indicator at a moment. */
export interface FactsBehind {
  on: string;
  computation: Computation | null;
  /** Lines of the list, one for each fact; people of confidential events are one line an event. */
  lines: CountedFact[];
  /** What the lines add up to. */
  counted: number;
  /** Different people among attendances, or null where nothing is attended. */
  attending: number | null;
  /** Counted on the spot without names. */
  heads: number;
  thresholdMinutes: number | null;
  /** Over the threshold, yet not counted: their record is not complete. */
  nearly: number;
  support: Map<number, SupportedPerson>;
  events: Map<number, FactEvent>;
  /** Values entered by hand that are in force. */
  declared: IndicatorValueWithAuthor[];
  breakdown: Breakdown | undefined;
}

export async function loadFacts(
  db: Database,
  indicator: IndicatorOnPage,
  moment: Moment,
): Promise<FactsBehind> {
  const all = await listIndicatorValues(db, { indicatorId: indicator.id });
  const declared = valuesInForce(all, moment).filter(carriesValue);
  const { computation } = indicator;
  if (computation === null) return { ...NOTHING, on: moment.on, declared };
  const { facts, evidence } = await loadFactsOf(db, { ...indicator, computation }, moment);
  const standing = standingOn(facts, moment.on);
  const events = await eventsOf(db, standing);
  const attendances = standing.filter(({ type }) => type === "attendance");
  const [threshold] = await thresholdsOf(db, [indicator.projectId]);
  const isOver = ({ crossedOn, isComplete }: SupportedPerson) => crossedOn !== null && !isComplete;
  return {
    on: moment.on,
    computation,
    lines: withoutConfidential(standing, events),
    counted: countOf(standing),
    attending:
      computation === "attendances"
        ? new Set(attendances.map(({ participantId }) => participantId)).size
        : null,
    heads: countOf(standing.filter(({ type }) => type === "heads")),
    thresholdMinutes: threshold?.thresholdMinutes ?? null,
    nearly: computation === "persons-over-threshold" ? evidence.persons.filter(isOver).length : 0,
    support: new Map(evidence.persons.map((person) => [person.participationId, person])),
    events,
    declared,
    breakdown: await loadBreakdown(db, standing, moment.on),
  };
}

/** What is printed of some of the lines. */
export interface FactDetails {
  persons: Map<number, FactPerson>;
  outputs: Map<number, FactOutput>;
  origins: Map<number, SupportOrigin[]>;
}

export async function loadFactDetails(
  db: Database,
  lines: readonly CountedFact[],
  of: { projectId: number; moment: Moment; withNames: boolean },
): Promise<FactDetails> {
  const idsOf = (type: CountedFact["type"]) =>
    lines.filter((line) => line.type === type).map(({ id }) => id);
  const participationIds = idsOf("person");
  const participantIds = lines.flatMap(({ participantId }) => participantId ?? []);
  const outputIds = idsOf("output");
  const { projectId, moment, withNames } = of;
  const persons =
    participationIds.length > 0
      ? await listFactPersons(db, { participationIds }, { withNames })
      : await listFactPersons(db, { participantIds, projectId }, { withNames });
  const origins =
    participationIds.length > 0 ? await listSupportOrigins(db, participationIds, moment) : [];
  const outputs = outputIds.length > 0 ? await listFactOutputs(db, outputIds) : [];
  return {
    persons: new Map(persons.map((person) => [person.id, person])),
    outputs: new Map(outputs.map((output) => [output.id, output])),
    origins: groupedBy(origins, ({ participationId }) => participationId),
  };
}

async function eventsOf(
  db: Database,
  facts: readonly CountedFact[],
): Promise<Map<number, FactEvent>> {
  const isEvent = ({ type }: CountedFact) => type !== "person" && type !== "output";
  const ids = [...new Set(facts.filter(isEvent).map(({ id }) => id))];
  if (ids.length === 0) return new Map();
  return new Map((await listFactEvents(db, ids)).map((event) => [event.id, event]));
}

const NOTHING: Omit<FactsBehind, "on" | "declared"> = {
  computation: null,
  lines: [],
  counted: 0,
  attending: null,
  heads: 0,
  thresholdMinutes: null,
  nearly: 0,
  support: new Map(),
  events: new Map(),
  breakdown: undefined,
};
