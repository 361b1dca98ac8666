import { z } from "zod";
import { checkbox, day, optionalDay, optionalText, text, version } from "../../../values/fields.ts";

const note = () => optionalText(2_000);

export const checkSchema = z.object({ version: version(), note: note() });
export const approvalSchema = checkSchema;
export const reworkSchema = z.object({ version: version(), note: text(2_000) });
export const reopeningSchema = reworkSchema;
export const submissionSchema = z.object({
  version: version(),
  submittedOn: day(),
  note: note(),
  isConfirmed: checkbox(),
});
export const returnSchema = z.object({
  version: version(),
  returnedOn: day(),
  answerBy: optionalDay(),
  note: text(2_000),
});
export const acceptanceSchema = z.object({ version: version(), acceptedOn: day(), note: note() });

export type Submission = z.output<typeof submissionSchema>;
export type Return = z.output<typeof returnSchema>;
export type Acceptance = z.output<typeof acceptanceSchema>;
export type Noted = z.output<typeof checkSchema>;
