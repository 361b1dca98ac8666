import { z } from "zod";
import { choice, day, optionalText, optionalUrl, text, version } from "../../../values/fields.ts";

export const completionSchema = z.object({
  version: version(),
  doneOn: day(),
  proof: optionalText(500),
  proofUrl: optionalUrl().refine((url) => url === null || /^https:/i.test(url), "validUrl"),
  note: optionalText(1000),
});

export const reopeningSchema = z.object({ version: version(), reason: text(1000) });

export const cancellationSchema = z.object({
  version: version(),
  reason: text(1000),
  /** Of a series: this one alone, or all that would follow. */
  extent: choice(["one", "series"]).default("one"),
});
