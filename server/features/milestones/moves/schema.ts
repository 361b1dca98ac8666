import { z } from "zod";
import { checkbox, day, ids, text, version } from "../../../values/fields.ts";

export const moveSchema = z.object({
  version: version(),
  dueOn: day(),
  reason: text(1000),
  /** Later milestones that go along. */
  alsoIds: ids(),
  /** Sent from the page that shows what would follow. */
  isConfirmed: checkbox(),
});

export type MoveEntry = z.output<typeof moveSchema>;
