import type { Database, Transaction } from "../../../../db/connection.ts";
import {
  type ComputedIndicator,
  listActivityTree,
  listComputedIndicators,
  type OfIndicators,
} from "../../../../db/queries/computed-indicators.ts";
import {
  listAttendedEvents,
  listEventsHeld,
  listExitsInForce,
  listOutputStates,
} from "../../../../db/queries/counted-facts.ts";
import {
  listIndicatorValuesInForce,
  type ValueInForce,
} from "../../../../db/queries/indicator-values.ts";
import { updateIndicatorAchieved } from "../../../../db/queries/indicators.ts";
import { lockProject } from "../../../../db/queries/project-locks.ts";
import { listRulesOfProjects } from "../../../../db/queries/support-rules.ts";
import {
  listSupportedPersons,
  type ThresholdOfProject,
} from "../../../../db/queries/supported-persons.ts";
import { groupedBy } from "../../../values/grouped.ts";
import { refreshProgressTotals } from "../../projects/totals/service.ts";
import { EVER, figureOf, type Measure, type Moment } from "../rules.ts";
import {
  type CountedFact,
  changesByDay,
  type Evidence,
  factsOf,
  NO_EVIDENCE,
  type Source,
  sourcesOf,
} from "./rules.ts";

type CountedIndicator = Pick<ComputedIndicator, "id" | "projectId" | "activityId" | "computation">;

const SUM = { valueType: "number", behaviour: "increment" } as const;

/**
 * Keeps the figures of computed indicators, and with them the project's totals, true to the facts: called in
 * the transaction that has written facts of these sources. Costs one statement where nothing is computed.
 */
export async function refreshComputedIndicators(
  trx: Transaction,
  projectId: number,
  moved: readonly Source[] = ["support", "exits", "outputs", "events", "attendances"],
): Promise<void> {
  const all = await listComputedIndicators(trx, { projectIds: [projectId] });
  const touched = all.filter(({ computation }) =>
    sourcesOf[computation].some((source) => moved.includes(source)),
  );
  if (touched.length === 0) return;
  await lockProject(trx, projectId);
  await keepFigures(
    trx,
    touched.map(({ id }) => ({ ...SUM, id })),
  );
  await refreshProgressTotals(trx, projectId);
}

/** What lists show without adding up: the figures of these indicators, of all that is in force. */
export async function keepFigures(
  trx: Transaction,
  indicators: readonly (Measure & { id: number })[],
): Promise<void> {
  const indicatorIds = indicators.map(({ id }) => id);
  const values = groupedBy(
    await listCountedValues(trx, { indicatorIds }, EVER),
    ({ indicatorId }) => indicatorId,
  );
  for (const indicator of indicators) {
    const figure = figureOf(indicator, values.get(indicator.id) ?? [], EVER.on);
    await updateIndicatorAchieved(trx, indicator.id, figure);
  }
}

/**
 * What figures of indicators are made of at a moment, in the order it is true of: values entered by hand, and
 * of computed indicators also what their facts added or took away by day. Such changes have no id (0).
 */
export async function listCountedValues(
  db: Database,
  of: OfIndicators,
  moment: Moment,
): Promise<ValueInForce[]> {
  const declared = await listIndicatorValuesInForce(db, of, moment);
  const indicators = await listComputedIndicators(db, of);
  if (indicators.length === 0) return declared;
  const facts = await listCountedFacts(db, indicators, moment);
  const computed = indicators.flatMap(({ id }) => asValues(id, facts.get(id) ?? []));
  return [...declared, ...computed].sort(byIndicatorAndDay);
}

/** The facts behind one indicator, and all that was read to count them. */
export async function loadFactsOf(
  db: Database,
  indicator: CountedIndicator,
  moment: Moment,
): Promise<{ facts: CountedFact[]; evidence: Evidence }> {
  const { projectId, activityId, computation } = indicator;
  const read = await loadEvidence(db, [projectId], new Set(sourcesOf[computation]), moment);
  const tree = activityId === null ? [] : await listActivityTree(db, [projectId]);
  const evidence = read(projectId);
  return { facts: factsOf(computation, evidence, withParts(activityId, tree)), evidence };
}

/** The facts behind each of the indicators, of any number of projects in as many statements as of one. */
export async function listCountedFacts(
  db: Database,
  indicators: readonly CountedIndicator[],
  moment: Moment,
): Promise<Map<number, CountedFact[]>> {
  const projectIds = [...new Set(indicators.map(({ projectId }) => projectId))];
  const needed = new Set(indicators.flatMap(({ computation }) => sourcesOf[computation]));
  const hasActivities = indicators.some(({ activityId }) => activityId !== null);
  const evidence = await loadEvidence(db, projectIds, needed, moment);
  const tree = hasActivities ? await listActivityTree(db, projectIds) : [];
  return new Map(
    indicators.map(({ id, projectId, activityId, computation }) => {
      const facts = factsOf(computation, evidence(projectId), withParts(activityId, tree));
      return [id, facts];
    }),
  );
}

/** A key activity with its sub-activities; null is the whole project. */
function withParts(
  activityId: number | null,
  tree: readonly { id: number; parentId: number | null }[],
): number[] | null {
  if (activityId === null) return null;
  const parts = tree.filter(({ parentId }) => parentId === activityId);
  return [activityId, ...parts.map(({ id }) => id)];
}

async function loadEvidence(
  db: Database,
  projectIds: readonly number[],
  needed: ReadonlySet<Source>,
  moment: Moment,
): Promise<(projectId: number) => Evidence> {
  // One after another: within a transaction there is one connection.
  const when = async <Row>(source: Source, read: () => Promise<Row[]>) =>
    needed.has(source) ? read() : [];
  const persons = await when("support", async () =>
    listSupportedPersons(db, await thresholdsOf(db, projectIds), moment),
  );
  const exits = await when("exits", () => listExitsInForce(db, projectIds, moment));
  const outputs = await when("outputs", () => listOutputStates(db, projectIds, moment));
  const events = await when("events", () => listEventsHeld(db, projectIds, moment));
  const attendances = await when("attendances", () => listAttendedEvents(db, projectIds, moment));
  const ofProject = ({ projectId }: { projectId: number }) => projectId;
  const by = {
    persons: groupedBy(persons, ofProject),
    exits: groupedBy(exits, ofProject),
    outputs: groupedBy(outputs, ofProject),
    events: groupedBy(events, ofProject),
    attendances: groupedBy(attendances, ofProject),
  };
  return (projectId) => ({
    ...NO_EVIDENCE,
    persons: by.persons.get(projectId) ?? [],
    exits: by.exits.get(projectId) ?? [],
    outputs: by.outputs.get(projectId) ?? [],
    events: by.events.get(projectId) ?? [],
    attendances: by.attendances.get(projectId) ?? [],
  });
}

/** What each project asks for by the rules of its programme. */
export async function thresholdsOf(
  db: Database,
  projectIds: readonly number[],
): Promise<ThresholdOfProject[]> {
  const kinds = ["support-threshold", "electronic-share-cap"];
  const rules = groupedBy(
    await listRulesOfProjects(db, projectIds, kinds),
    ({ projectId }) => projectId,
  );
  return projectIds.map((projectId) => {
    const own = rules.get(projectId) ?? [];
    const ruleOf = (kind: string) => own.find((rule) => rule.kind === kind)?.value;
    const hours = ruleOf("support-threshold");
    const cap = Number(ruleOf("electronic-share-cap") ?? 100);
    const thresholdMinutes = hours === undefined ? null : Number(hours) * 60;
    return {
      projectId,
      thresholdMinutes,
      electronicMost: Math.floor(((thresholdMinutes ?? 0) * cap) / 100),
    };
  });
}

function asValues(indicatorId: number, facts: readonly CountedFact[]): ValueInForce[] {
  return changesByDay(facts).map(({ on, change }) => ({
    id: 0,
    indicatorId,
    value: change,
    valueText: null,
    isOpening: false,
    validOn: on,
    recordedAt: "",
  }));
}

function byIndicatorAndDay(a: ValueInForce, b: ValueInForce): number {
  if (a.indicatorId !== b.indicatorId) return a.indicatorId - b.indicatorId;
  if (a.validOn === b.validOn) return 0;
  return a.validOn < b.validOn ? -1 : 1;
}
