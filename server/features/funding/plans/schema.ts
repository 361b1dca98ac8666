import { z } from "zod";
import { optionalHalere, version } from "../../../values/fields.ts";
import type { Halere } from "../../../values/money.ts";
import type { TypedRow } from "./rules.ts";

export interface PlanGrid {
  periods: readonly { id: number }[];
  sources: readonly { id: number }[];
}

export const cellName = (periodId: number, sourceId: number) => `plan-${periodId}-${sourceId}`;
export const totalName = (periodId: number) => `total-${periodId}`;

/** A field for each period and source, and one for the whole of each period. */
export function planSchema({ periods, sources }: PlanGrid) {
  const names = periods.flatMap(({ id }) => [
    ...sources.map((source) => cellName(id, source.id)),
    totalName(id),
  ]);
  const fields = Object.fromEntries(names.map((name) => [name, optionalHalere()] as const));
  return z
    .object({ version: version() })
    .extend(fields)
    .transform((entry: Record<string, unknown>) => {
      const amount = (name: string) => entry[name] as Halere | null;
      return {
        version: entry.version as number,
        rows: periods.map(({ id }) => ({
          periodId: id,
          total: amount(totalName(id)),
          cells: sources.map((source) => amount(cellName(id, source.id))),
        })),
      };
    });
}

export type TypedPlan = readonly (TypedRow & { periodId: number })[];
