import { z } from "zod";
import { optionalText } from "../../values/fields.ts";

export const authoritySchema = z.object({ name: optionalText(120) });

/** The file itself does not come with the fields. */
export const imageSchema = z.object({});

export const brandKinds = ["logo", "strip"] as const;
