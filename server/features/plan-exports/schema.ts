import { z } from "zod";
import { addMilliseconds } from "../../values/instant.ts";

/** Which instant and year a file is asked of; whatever is no such thing is left out. */
export const planFileQuery = z.object({
  asOf: z.iso
    .datetime()
    .transform((instant) => addMilliseconds(instant, 0))
    .optional()
    .catch(undefined),
  year: z
    .string()
    .regex(/^\d{4}$/)
    .transform(Number)
    .optional()
    .catch(undefined),
});
