import { optionalDecimal } from "./fields.ts";

/** Thousandths of a full workload. */
export type Milli = number;

export const FULL_WORKLOAD: Milli = 1000;

/** Up to two, since somebody may have more than one; what is over a whole one is warned of elsewhere. */
export function optionalWorkload() {
  return optionalDecimal(3, { least: 1, most: 2000 });
}
