import { z } from "zod";
import { optionalId } from "../../values/fields.ts";

/** The file itself comes beside the fields. */
export const returnedSchema = z.object({ period: optionalId() });
