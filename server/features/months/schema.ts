import { z } from "zod";
import { isMonth } from "../../values/month.ts";

export const monthParam = z.string().refine(isMonth);

/** What the address of a summary asks for; anything it does not know is left out. */
export const summaryView = z.object({
  department: z.string().trim().min(1).max(200).optional().catch(undefined),
});
