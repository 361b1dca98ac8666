import { z } from "zod";
import { text, version } from "../../../values/fields.ts";

export const eventCancellationSchema = z.object({ version: version(), reason: text(1000) });
