import { z } from "zod";
import { day, id, optionalText } from "../../values/fields.ts";
import { isTooLong } from "./rules.ts";

export const deputySchema = z
  .object({ deputyUserId: id(), fromOn: day(), untilOn: day(), note: optionalText(500) })
  .superRefine((entry, context) => {
    const object = (message: string) =>
      context.addIssue({ code: "custom", path: ["untilOn"], message });
    if (!entry.fromOn || !entry.untilOn) return;
    if (entry.untilOn < entry.fromOn) object("endBeforeStart");
    else if (isTooLong(entry)) object("deputyTooLong");
  });

export type DeputyEntry = z.output<typeof deputySchema>;
