import { z } from "zod";
import {
  choice,
  day,
  optionalDecimal,
  optionalText,
  time,
  version,
} from "../../../values/fields.ts";
import { sessionForms } from "../rules.ts";

const MINUTES_OF_A_DAY = 1440;

export const sessionSchema = z.object({
  /** Edition of the event, whose sessions are locked with it. */
  version: version(),
  heldOn: day(),
  startsAt: time(),
  endsAt: time(),
  hourMinutes: choice(["45", "60"]).default("60"),
  form: choice(sessionForms).default("in-person"),
  place: optionalText(200),
  topic: optionalText(300),
  /** Left empty it is computed from the length. */
  supportMinutes: optionalDecimal(0, { least: 0, most: MINUTES_OF_A_DAY }),
});

export type SessionEntry = z.output<typeof sessionSchema>;
