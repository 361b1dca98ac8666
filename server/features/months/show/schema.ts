import { z } from "zod";

/** What the address of a month asks for: a revision of its figures, else today's. */
export const monthView = z.object({
  version: z.coerce.number().int().min(1).max(1_000_000).optional().catch(undefined),
});
