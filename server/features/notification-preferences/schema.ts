import { z } from "zod";
import { choice, ids, optionalChoice, optionalDay, version } from "../../values/fields.ts";
import { notificationWays } from "../../values/notification-ways.ts";

/** Hours at which the digest may come: each half hour of the working day. */
export const digestHours = Array.from({ length: 25 }, (_, half) => {
  const minutes = 6 * 60 + half * 30;
  return `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${minutes % 60 === 0 ? "00" : "30"}`;
});

/** Monday to Friday; a digest comes on working days only. */
export const digestDays = [1, 2, 3, 4, 5];

const way = () => choice(notificationWays);

export const preferencesSchema = z.object({
  deadlines: way(),
  milestones: way(),
  events: way(),
  approvals: way(),
  comments: way(),
  /** Asked of those alone to whom it is sent. */
  summary: optionalChoice(["immediate", "off"]),
  digestAt: choice(digestHours),
  digestDays: ids()
    .refine((days) => days.every((day) => digestDays.includes(day)), "unknownChoice")
    .refine((days) => days.length > 0, "required"),
  pausedFromOn: optionalDay(),
  pausedUntilOn: optionalDay(),
  version: version(),
});

export type PreferencesEntry = z.output<typeof preferencesSchema>;

const ownWay = () => optionalChoice(notificationWays);

/** Of one project; what is left empty is as everywhere. */
export const projectWaysSchema = z.object({
  deadlines: ownWay(),
  milestones: ownWay(),
  events: ownWay(),
  approvals: ownWay(),
  comments: ownWay(),
  version: version(),
});

export type ProjectWaysEntry = z.output<typeof projectWaysSchema>;
