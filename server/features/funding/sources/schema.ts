import { z } from "zod";
import { version } from "../../../values/fields.ts";
import { checkSources, sourceFields, sourcesOf } from "./rules.ts";

/** The sources of a project by themselves. */
export const sourcesSchema = z
  .object({ ...sourceFields(), version: version() })
  .superRefine((entry, context) =>
    checkSources(entry, (field, message) =>
      context.addIssue({ code: "custom", path: [field], message }),
    ),
  )
  .transform((entry) => ({ sources: sourcesOf(entry), version: entry.version as number }));
