import { z } from "zod";
import { optionalText, version } from "../../../values/fields.ts";

export const fileNumberSchema = z.object({ version: version(), fileNumber: optionalText(100) });

export type FileNumberEntry = z.output<typeof fileNumberSchema>;
