import { z } from "zod";
import { parseCalendarDate } from "../../values/calendar-date.ts";

const day = z
  .string()
  .optional()
  .catch(undefined)
  .transform((typed) => (typed ? parseCalendarDate(typed) : undefined));

const id = z
  .string()
  .regex(/^[1-9]\d{0,8}$/)
  .transform(Number)
  .optional()
  .catch(undefined);

/** The address of the log: whatever is not a value that can be asked for is left out. */
const auditQuery = z.object({
  person: id,
  project: id,
  action: z
    .string()
    .regex(/^[a-z-]{1,40}\.[a-z-]{1,40}$/)
    .optional()
    .catch(undefined),
  outcome: z.literal("denied").optional().catch(undefined),
  from: day,
  until: day,
  before: id,
});

export type AuditView = z.output<typeof auditQuery>;

export function readAuditView(query: unknown): AuditView {
  return auditQuery.parse(query);
}
