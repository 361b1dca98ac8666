import { z } from "zod";
import { addMilliseconds } from "../../values/instant.ts";
import { isMonth } from "../../values/month.ts";

export const monthParam = z.string().refine(isMonth);
export const yearParam = z.string().regex(/^20\d{2}$/);

/** Before anything was told; days of earlier years are none of ours. */
const FIRST_INSTANT = "2000";

/** What the address of a summary asks for; anything it does not know is left out. */
export const summaryView = z.object({
  department: z.string().trim().min(1).max(200).optional().catch(undefined),
  /** The month to compare with. */
  against: monthParam.optional().catch(undefined),
  /** As it was told by this instant. */
  asOf: z.iso
    .datetime()
    .refine((instant) => instant >= FIRST_INSTANT)
    .transform((instant) => addMilliseconds(instant, 0))
    .optional()
    .catch(undefined),
});
