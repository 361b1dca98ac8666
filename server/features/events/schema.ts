import { z } from "zod";
import {
  checkbox,
  choice,
  id,
  ids,
  lines,
  optionalDay,
  optionalDecimal,
  optionalHalere,
  optionalId,
  optionalText,
  optionalTime,
  optionalUrl,
  text,
  version,
} from "../../values/fields.ts";
import { ownerFields } from "../../values/owner.ts";
import { filledRows, rowFields } from "../../values/row-fields.ts";
import { closings, eventLanguages, sessionForms } from "./rules.ts";

const fields = z.object({
  kindId: id(),
  title: text(300),
  activityId: optionalId(),
  goal: optionalText(5000),
  accreditationNumber: optionalText(100),
  place: optionalText(200),
  onlineUrl: optionalUrl(),
  capacity: optionalDecimal(0, { least: 1, most: 100_000 }),
  language: choice(eventLanguages).default("cs"),
  plannedCostsHalere: optionalHalere(),
  countsAsSupport: checkbox(),
  isConfidential: checkbox(),
  closing: choice(closings).default("signed-sheet"),
  supportCode: optionalText(60),
  lecturerIds: ids(),
  newLecturers: lines(20, 200),
  ...ownerFields(),
});

export const editedEventSchema = fields.extend({ version: version() });

export const SESSION_ROWS = 10;

const sessionRow = {
  HeldOn: optionalDay(),
  StartsAt: optionalTime(),
  EndsAt: optionalTime(),
};

/** A new event may bring its days along: a row each, with the kind of hour and form they share. */
export const newEventSchema = fields
  .extend({
    hourMinutes: choice(["45", "60"]).default("60"),
    form: choice(sessionForms).default("in-person"),
    ...rowFields("session", SESSION_ROWS, sessionRow),
  })
  .transform((entry) => ({
    ...entry,
    sessions: filledRows(entry, "session", SESSION_ROWS, sessionRow),
  }));

export type EventEntry = z.output<typeof fields>;
export type NewEventEntry = z.output<typeof newEventSchema>;
export type EditedEvent = z.output<typeof editedEventSchema>;
export type SessionRow = NewEventEntry["sessions"][number];
