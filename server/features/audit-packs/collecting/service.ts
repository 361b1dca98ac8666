import type { Database } from "../../../../db/connection.ts";
import {
  type AuditPack,
  listPackedEvents,
  listPackedOutputs,
  listPackedValues,
  type PackedEvent,
  type PackedValue,
} from "../../../../db/queries/audit-packs.ts";
import type { Moment } from "../../../../db/queries/facts.ts";
import { findIndicator, type IndicatorOnPage } from "../../../../db/queries/indicators.ts";
import { findPeriod } from "../../../../db/queries/periods.ts";
import { NotFound } from "../../../errors.ts";
import { type ExpenditureLine, expendituresAt } from "../../exports/expenditures/service.ts";
import {
  type FactDetails,
  type FactsBehind,
  loadFactDetails,
  loadFacts,
} from "../../indicators/facts/service.ts";
import { type PackParams, sampleOf } from "../rules.ts";

/** What goes into a pack, before it is laid out in tables and files. */
export interface Collection {
  indicator: IndicatorOnPage | null;
  facts: { behind: FactsBehind; details: FactDetails } | null;
  values: PackedValue[];
  events: PackedEvent[];
  outputs: { id: number; title: string; doneOn: string; proofUrl: string | null }[];
  expenditures: ExpenditureLine[];
  /** Records whose papers belong to it. */
  objects: { objectType: string; ids: number[] }[];
}

const EMPTY: Collection = {
  indicator: null,
  facts: null,
  values: [],
  events: [],
  outputs: [],
  expenditures: [],
  objects: [],
};

const EVER = { from: "1900-01-01", to: "9999-12-31" };

export function collect(
  db: Database,
  pack: AuditPack,
  params: PackParams,
  moment: Moment,
): Promise<Collection> {
  if (pack.subject === "indicator") return ofIndicator(db, pack, params, moment);
  if (pack.subject === "period") return ofPeriod(db, pack, params, moment);
  return ofSample(db, pack, params, moment);
}

async function ofIndicator(
  db: Database,
  { projectId, indicatorId }: AuditPack,
  { withNames }: PackParams,
  moment: Moment,
): Promise<Collection> {
  const indicator = await findIndicator(db, { projectId, id: indicatorId ?? 0 });
  if (!indicator) throw new NotFound("indicator");
  const behind = await loadFacts(db, indicator, moment);
  const details = await loadFactDetails(db, behind.lines, { projectId, moment, withNames });
  const values = await listPackedValues(
    db,
    { projectId, indicatorId: indicator.id, ...EVER },
    moment,
  );
  const origins = [...details.origins.values()].flat();
  const eventIds = new Set([
    ...behind.events.keys(),
    ...origins.flatMap((one) => one.eventId ?? []),
  ]);
  const events = await listPackedEvents(db, projectId, { ids: [...eventIds] });
  return {
    ...EMPTY,
    ...{ indicator, facts: { behind, details }, values, events },
    objects: [
      { objectType: "indicator", ids: [indicator.id] },
      { objectType: "indicator-value", ids: values.map(({ valueId }) => valueId) },
      papersOfEvents(events),
      { objectType: "milestone", ids: [...details.outputs.keys()] },
    ],
  };
}

async function ofPeriod(
  db: Database,
  { projectId, periodId }: AuditPack,
  params: PackParams,
  moment: Moment,
): Promise<Collection> {
  const period = await findPeriod(db, { projectId, id: periodId ?? 0 });
  if (!period) throw new NotFound("period");
  const span = { from: period.startsOn, to: period.endsOn };
  const values = await listPackedValues(db, { projectId, ...span }, moment);
  const events = await listPackedEvents(db, projectId, span);
  const outputs = await listPackedOutputs(db, { projectId, ...span });
  const all = await expendituresOf(db, projectId, params, moment);
  const expenditures = all.filter(({ validOn }) => validOn >= span.from && validOn <= span.to);
  return {
    ...EMPTY,
    ...{ values, events, outputs, expenditures },
    objects: [
      papersOfEvents(events),
      { objectType: "milestone", ids: outputs.map(({ id }) => id) },
      { objectType: "indicator-value", ids: values.map(({ valueId }) => valueId) },
      papersOf(expenditures),
    ],
  };
}

async function ofSample(
  db: Database,
  { projectId }: AuditPack,
  params: PackParams,
  moment: Moment,
): Promise<Collection> {
  const all = await expendituresOf(db, projectId, params, moment);
  const expenditures = params.sample ? sampleOf(all, params.sample) : [];
  return { ...EMPTY, expenditures, objects: [papersOf(expenditures)] };
}

/** Pay goes only to those who may see it. */
async function expendituresOf(
  db: Database,
  projectId: number,
  { withPay }: PackParams,
  moment: Moment,
): Promise<ExpenditureLine[]> {
  const found: ExpenditureLine[] = [];
  for await (const lines of expendituresAt(db, projectId, moment)) found.push(...lines);
  return withPay ? found : found.filter(({ kind }) => kind !== "payroll");
}

function papersOf(expenditures: readonly ExpenditureLine[]) {
  return { objectType: "expenditure", ids: expenditures.map(({ expenditureId }) => expenditureId) };
}

/** A pack goes to more than its maker: papers of a confidential event stay with its coordinator. */
function papersOfEvents(events: readonly PackedEvent[]) {
  const open = events.filter(({ isConfidential }) => !isConfidential);
  return { objectType: "event", ids: open.map(({ id }) => id) };
}
