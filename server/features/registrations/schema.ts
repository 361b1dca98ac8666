import { z } from "zod";
import {
  choice,
  ids,
  lines,
  optionalDay,
  optionalEmail,
  optionalText,
  text,
  version,
} from "../../values/fields.ts";
import { registrationStates } from "./rules.ts";

export const MOST_PASTED = 200;

/** Somebody comes without being registered, or somebody is registered ahead. */
const origin = z.enum(["registry", "walk-in"]).catch("registry").default("registry");

export const searchSchema = z.object({ name: optionalText(100), origin });

export const chosenSchema = z.object({
  participantIds: ids().refine((all) => all.length > 0, "chooseSomebody"),
  state: choice(["registered", "invited"]),
  origin,
});

export const personSchema = z.object({
  surname: text(100),
  firstName: text(100),
  bornOn: optionalDay(),
  email: optionalEmail(),
  organisation: optionalText(200),
  state: choice(["registered", "invited"]),
  origin,
});

export type PersonEntry = z.output<typeof personSchema>;

export const pasteSchema = z.object({
  lines: lines(MOST_PASTED, 300).refine((all) => all.length > 0, "required"),
  state: choice(["registered", "invited"]),
});

const choices = z
  .union([z.string().transform((one) => [one]), z.array(z.string())])
  .default([])
  .refine((all) => all.every((one) => /^(skip|new|[1-9]\d{0,8})$/.test(one)), "unknownChoice");

/** What was pasted, with what was chosen for each of its lines. */
export const pastedSchema = pasteSchema
  .extend({ choice: choices })
  .refine(({ lines: all, choice: chosen }) => chosen.length === all.length, {
    message: "unknownChoice",
    path: ["choice"],
  });

export const stateSchema = z.object({ state: choice(registrationStates), version: version() });
