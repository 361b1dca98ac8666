import type { Database } from "../../../db/connection.ts";
import {
  type CardLine,
  type CountedMeasures,
  countMeasures,
  listCardLines,
  listNamedProjects,
  type NamedProject,
} from "../../../db/queries/card-fulfilment.ts";
import { type Statement, statementsOfYear } from "../../../db/queries/card-statements.ts";
import type { Moment } from "../../../db/queries/facts.ts";
import { listAreas, type PlanArea } from "../../../db/queries/plan-areas.ts";
import type { Reach } from "../../../db/queries/reach.ts";
import { pragueDay } from "../../values/calendar-date.ts";
import { groupedBy } from "../../values/grouped.ts";
import { type CardCoverage, coverageOf } from "../card-links/coverage/service.ts";
import type { Standing } from "../card-links/rules.ts";
import { type Branch, branchesOf } from "./branches/rules.ts";
import { figuresOfProjects, type ProjectFigures } from "./figures/service.ts";
import {
  fulfils,
  type IndicatorTogether,
  indicatorsTogether,
  type MeasureCount,
  type MoneyTogether,
  measuresTogether,
  moneyTogether,
} from "./rules.ts";

/** A project that fulfils cards of the plan, as the reader may see it. */
export interface FulfillingProject extends NamedProject, ProjectFigures {
  standing: Standing;
  cards: CardLine[];
}

export interface FulfilledCard extends CardLine {
  measures: MeasureCount;
  statement: Statement | null;
  /** Projects within the reader's reach that have begun by the day; each once. */
  projects: FulfillingProject[];
  /** Projects within reach that are being prepared or begin later: named, not counted. */
  coming: NamedProject[];
  /** Projects beyond the reader's reach, and references to projects that are not here. */
  outside: number;
  named: number;
}

export interface FulfilledBranch extends Branch<PlanArea, FulfilledCard> {
  sums: Sums;
}

export interface Sums {
  cards: number;
  answered: number;
  measures: MeasureCount;
  /** Each project once. */
  money: MoneyTogether;
  outside: number;
}

export interface Fulfilment {
  moment: Moment;
  year: number;
  branches: FulfilledBranch[];
  cards: FulfilledCard[];
  projects: FulfillingProject[];
  indicators: IndicatorTogether[];
  sums: Sums;
}

/** How a plan was fulfilled by a day, as its reader may know it: a fixed number of statements. */
export async function loadFulfilment(
  db: Database,
  of: { planId: number; year: number; moment: Moment; reach: Reach },
): Promise<Fulfilment> {
  const { planId, year, moment, reach } = of;
  const [areas, lines, measures, statements, coverage] = await Promise.all([
    listAreas(db, planId),
    listCardLines(db, planId),
    countMeasures(db, planId),
    statementsOfYear(db, { planId, year }),
    coverageOf(db, { planId }, pragueDay(moment.asOf)),
  ]);
  const linked = [...new Set([...coverage.values()].flatMap(projectIdsOf))];
  const named = await listNamedProjects(db, reach, linked);
  const standings = standingsOf(coverage);
  const begun = named.filter(({ id, startsOn }) =>
    fulfils({ standing: standings.get(id) ?? "planned", startsOn }, moment.on),
  );
  const figures = await figuresOfProjects(
    db,
    begun.map(({ id }) => id),
    moment,
  );
  const cards = cardsOf(lines, {
    measures,
    statements,
    coverage,
    named,
    begun,
    figures,
    standings,
  });
  const branches = branchesOf(areas, cards);
  return {
    ...{ moment, year, cards },
    branches: branches.map((branch) => ({ ...branch, sums: sumsOf(branch.within, coverage) })),
    projects: projectsOf(cards, begun),
    indicators: indicatorsTogether(figures.values()),
    sums: sumsOf(cards, coverage),
  };
}

interface Read {
  measures: readonly CountedMeasures[];
  statements: ReadonlyMap<number, Statement>;
  coverage: ReadonlyMap<number, CardCoverage>;
  named: readonly NamedProject[];
  begun: readonly NamedProject[];
  figures: ReadonlyMap<number, ProjectFigures>;
  standings: ReadonlyMap<number, Standing>;
}

function cardsOf(lines: readonly CardLine[], read: Read): FulfilledCard[] {
  const measuresOf = groupedBy(read.measures, ({ cardId }) => cardId);
  const visible = new Map(read.named.map((project) => [project.id, project]));
  const projects = fulfilling(lines, read);
  return lines.map((line) => {
    const coverage = read.coverage.get(line.id);
    const ids = coverage ? projectIdsOf(coverage) : [];
    const seen = ids.flatMap((id) => visible.get(id) ?? []);
    return {
      ...line,
      measures: measuresTogether(measuresOf.get(line.id) ?? []),
      statement: read.statements.get(line.id) ?? null,
      projects: ids.flatMap((id) => projects.get(id) ?? []),
      coming: seen.filter(({ id }) => !projects.has(id)),
      outside: ids.length - seen.length,
      named: coverage?.named ?? 0,
    };
  });
}

/** Projects with their figures, each with all the cards that lead to it. */
function fulfilling(
  lines: readonly CardLine[],
  { coverage, begun, figures, standings }: Read,
): Map<number, FulfillingProject> {
  const leading = groupedBy(
    lines.flatMap((card) => {
      const own = coverage.get(card.id);
      return own ? projectIdsOf(own).map((projectId) => ({ projectId, card })) : [];
    }),
    ({ projectId }) => projectId,
  );
  return new Map(
    begun.flatMap((project) => {
      const own = figures.get(project.id);
      const cards = (leading.get(project.id) ?? []).map(({ card }) => card);
      const standing = standings.get(project.id) ?? "planned";
      return own ? [[project.id, { ...project, ...own, standing, cards }] as const] : [];
    }),
  );
}

/** In the order of their names, as they were read. */
function projectsOf(
  cards: readonly FulfilledCard[],
  begun: readonly NamedProject[],
): FulfillingProject[] {
  const found = new Map(cards.flatMap(({ projects }) => projects.map((one) => [one.id, one])));
  return begun.flatMap(({ id }) => found.get(id) ?? []);
}

function sumsOf(
  cards: readonly FulfilledCard[],
  coverage: ReadonlyMap<number, CardCoverage>,
): Sums {
  const seen = new Set(
    cards.flatMap(({ projects, coming }) => [...projects, ...coming].map(({ id }) => id)),
  );
  const all = new Set(
    cards.flatMap(({ id }) => {
      const own = coverage.get(id);
      return own ? projectIdsOf(own) : [];
    }),
  );
  return {
    cards: cards.length,
    answered: cards.filter(({ statement }) => statement !== null).length,
    measures: {
      done: cards.reduce((sum, { measures }) => sum + measures.done, 0),
      all: cards.reduce((sum, { measures }) => sum + measures.all, 0),
    },
    money: moneyTogether(cards.flatMap(({ projects }) => projects)),
    outside: all.size - seen.size,
  };
}

function projectIdsOf({ projects }: CardCoverage): number[] {
  return projects.map(({ projectId }) => projectId);
}

function standingsOf(coverage: ReadonlyMap<number, CardCoverage>): Map<number, Standing> {
  return new Map(
    [...coverage.values()].flatMap(({ projects }) =>
      projects.map(({ projectId, standing }) => [projectId, standing]),
    ),
  );
}
