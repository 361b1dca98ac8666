import { z } from "zod";
import {
  lines,
  optionalDay,
  optionalDecimal,
  optionalId,
  optionalText,
  read,
  version,
} from "../../values/fields.ts";
import { parseOwnerKey } from "../../values/owner.ts";
import { rowFields } from "../../values/row-fields.ts";
import { attendeeStates } from "./rules.ts";

export const MOST_ITEMS = 30;
export const MOST_ATTENDEES = 80;

export const itemFields = {
  Id: optionalId(),
  Title: optionalText(300),
  Position: optionalDecimal(0, { least: 1, most: 999 }),
  Minutes: optionalText(5000),
  Conclusion: optionalText(2000),
  Task: optionalText(300),
  TaskOwner: read(parseOwnerKey, "unknownChoice"),
  TaskOn: optionalDay(),
};

export const attendeeFields = {
  Id: optionalId(),
  State: z
    .enum([...attendeeStates, "removed"])
    .optional()
    .catch(undefined),
};

export const minutesSchema = z.object({
  version: version(),
  bodyId: optionalId(),
  minutes: optionalText(10_000),
  conclusions: optionalText(5000),
  person: read(parseOwnerKey, "unknownChoice"),
  guests: lines(30, 200),
  ...rowFields("item", MOST_ITEMS, itemFields),
  ...rowFields("attendee", MOST_ATTENDEES, attendeeFields),
});

export type MinutesEntry = z.output<typeof minutesSchema>;
