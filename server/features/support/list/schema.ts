import { z } from "zod";

export const outlooks = ["reached", "will-reach", "open", "cannot-reach"] as const;
export const sorts = ["name", "total", "-total", "reached", "-reached"] as const;

/** The list as its address tells it; what makes no sense there is left out rather than refused. */
export const hoursListSchema = z.object({
  outlook: z.enum(outlooks).optional().catch(undefined),
  sort: z.enum(sorts).catch("name").default("name"),
});

export type HoursListView = z.output<typeof hoursListSchema>;
