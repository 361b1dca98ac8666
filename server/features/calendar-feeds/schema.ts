import { z } from "zod";
import { checkbox, optionalId, version } from "../../values/fields.ts";
import { alarmChoices } from "./rules.ts";

const known = (one: string) => (alarmChoices as readonly string[]).includes(one);

/** A form sends none, one or a list; stored in the order of the choices. */
const alarms = z
  .union([z.string().transform((one) => [one]), z.array(z.string())])
  .default([])
  .transform((all) => all.filter((one) => one !== ""))
  .refine((all) => all.every(known), "unknownChoice")
  .transform((all) => alarmChoices.filter((one) => all.includes(one)).join(","));

const fields = { hasDeadlines: checkbox(), hasEvents: checkbox(), alarms };

const holdsSomething = {
  check: (entry: { hasDeadlines: boolean; hasEvents: boolean }) =>
    entry.hasDeadlines || entry.hasEvents,
  said: { path: ["hasDeadlines"], message: "feedHoldsNothing" },
};

export const newFeedSchema = z
  .object({ ...fields, projectId: optionalId() })
  .refine(holdsSomething.check, holdsSomething.said);

export const feedSchema = z
  .object({ ...fields, version: version() })
  .refine(holdsSomething.check, holdsSomething.said);

export type NewFeedEntry = z.output<typeof newFeedSchema>;
export type FeedEntry = z.output<typeof feedSchema>;
