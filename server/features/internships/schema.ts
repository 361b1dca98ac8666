import { z } from "zod";
import { parseHours } from "../../values/duration.ts";
import {
  checkbox,
  choice,
  day,
  id,
  optionalDay,
  optionalEmail,
  optionalHalere,
  optionalId,
  optionalText,
  read,
  text,
  version,
} from "../../values/fields.ts";
import { parseIco } from "../../values/ico.ts";
import { ownerFields } from "../../values/owner.ts";
import { internshipStates, MINUTES_OF_DAY } from "./rules.ts";

const MOST_PLANNED_MINUTES = 10_000 * 60;

const optionalHours = (most: number) =>
  read(parseHours, "validHours")
    .refine((minutes) => minutes === null || minutes > 0, "hoursAboveZero")
    .refine((minutes) => minutes === null || minutes <= most, `atMost:${most / 60}`);

const costs = () =>
  optionalHalere().refine((halere) => halere === null || halere >= 0, "atLeast:0");

const internshipFields = z.object({
  title: text(200),
  activityId: optionalId(),
  startsOn: day(),
  endsOn: day(),
  plannedHours: optionalHours(MOST_PLANNED_MINUTES),
  purpose: optionalText(3000),
  travel: optionalText(1000),
  accommodation: optionalText(1000),
  plannedCosts: costs(),
  realCosts: costs(),
  countsAsSupport: checkbox(),
  supportCode: optionalText(20),
  ...ownerFields(),
});

export const newInternshipSchema = internshipFields;
export const editedInternshipSchema = internshipFields.extend({ version: version() });
export type InternshipEntry = z.output<typeof newInternshipSchema>;
export type EditedInternship = z.output<typeof editedInternshipSchema>;

export const stepSchema = z.object({
  version: version(),
  to: choice(internshipStates),
  reason: optionalText(1000),
});
export type StepEntry = z.output<typeof stepSchema>;

/** One of the participants of the project, or somebody written down here. */
export const traineeSchema = z.object({
  participantId: optionalId(),
  firstName: optionalText(80),
  surname: optionalText(80),
  bornOn: optionalDay(),
});
export type TraineeEntry = z.output<typeof traineeSchema>;

const mentorFields = {
  mentorName: optionalText(120),
  mentorFunction: optionalText(120),
  mentorEmail: optionalEmail(),
  mentorPhone: optionalText(40),
  mentorAgreed: checkbox(),
};

export const hostSchema = z.object({
  name: text(200),
  ico: read(parseIco, "validIco"),
  ...mentorFields,
});
export const mentorSchema = z.object(mentorFields);
export type HostEntry = z.output<typeof hostSchema>;
export type MentorEntry = z.output<typeof mentorSchema>;

const dayFields = z.object({
  traineeId: id(),
  hostId: id(),
  workedOn: day(),
  hours: optionalHours(MINUTES_OF_DAY).refine(
    (minutes): minutes is number => minutes !== null,
    "required",
  ),
  diary: optionalText(3000),
});

export const newDaySchema = dayFields;
export const editedDaySchema = dayFields.extend({
  version: version(),
  /** Asked of a day that was confirmed already. */
  reason: optionalText(500),
});
export type NewDay = z.output<typeof newDaySchema>;
export type EditedDay = z.output<typeof editedDaySchema>;

export const dayDeletionSchema = z.object({ version: version(), reason: optionalText(500) });

export const linkSchema = z.object({ answerBy: day(), isMailed: checkbox() });
export type LinkEntry = z.output<typeof linkSchema>;

/** Which days and hours stood on the page, so that nothing else is confirmed than what was seen. */
const seen = z.string().default("");

export const ownConfirmationSchema = z.object({ reason: text(500), seen });
export const mentorAnswerSchema = z.object({
  seen,
  answer: choice(["confirmed", "objected"]),
  name: text(120),
  note: optionalText(2000),
});
export type MentorAnswer = z.output<typeof mentorAnswerSchema>;
