import { z } from "zod";
import { checkbox, choice, optionalText } from "../../../values/fields.ts";
import { anonymisationReasons } from "../rules.ts";

export const anonymisationSchema = z.object({
  reason: choice(anonymisationReasons),
  note: optionalText(300),
  isSure: checkbox().refine((isSure) => isSure, "confirmIrreversible"),
});

export type AnonymisationEntry = z.output<typeof anonymisationSchema>;
