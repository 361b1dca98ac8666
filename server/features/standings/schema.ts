import { z } from "zod";

/** What the address asks for; whatever makes no sense is left out. */
export const standingViewSchema = z.object({
  scope: z.enum(["all", "mine"]).catch("all"),
  department: z.string().min(1).max(200).optional().catch(undefined),
});

export type StandingView = z.output<typeof standingViewSchema>;
