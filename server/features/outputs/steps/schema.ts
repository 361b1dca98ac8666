import { z } from "zod";
import {
  day,
  optionalId,
  optionalText,
  optionalUrl,
  text,
  version,
} from "../../../values/fields.ts";

const note = optionalText(1_000);

export const commentingSchema = z.object({
  version: version(),
  documentId: optionalId(),
  commentsBy: day(),
  note,
});

export const approvalSchema = z.object({
  version: version(),
  documentId: optionalId(),
  bodyId: optionalId(),
  eventId: optionalId(),
  approvedOn: day(),
  note,
});

export const publicationSchema = z.object({
  version: version(),
  publishedOn: day(),
  publicationUrl: optionalUrl(),
  note,
});

export const countingSchema = z.object({
  version: version(),
  doneOn: day(),
  proof: text(1_000),
  indicatorId: optionalId(),
  note,
});

export const returnSchema = z.object({ version: version(), note: text(1_000) });

export type Commenting = z.output<typeof commentingSchema>;
export type Approval = z.output<typeof approvalSchema>;
export type Publication = z.output<typeof publicationSchema>;
export type Counting = z.output<typeof countingSchema>;
export type Return = z.output<typeof returnSchema>;
