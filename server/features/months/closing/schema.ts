import { z } from "zod";
import { checkbox, optionalId, text } from "../../../values/fields.ts";

export const closingSchema = z.object({ isConfirmed: checkbox() });

export const reopeningSchema = z.object({ reason: text(1_000) });

export const portfolioClosingSchema = z.object({});

/** One project, or all that lack something. */
export const nudgesSchema = z.object({ projectId: optionalId().catch(null) });
