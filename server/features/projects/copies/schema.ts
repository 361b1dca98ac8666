import { z } from "zod";
import { choice, day, text } from "../../../values/fields.ts";

export const copySchema = z.object({
  title: text(500),
  shortName: text(60),
  startsOn: day(),
  step: choice(["preview", "save"]).default("preview"),
});

export type CopyEntry = z.output<typeof copySchema>;
