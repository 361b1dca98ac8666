import { z } from "zod";
import { read, text, version } from "../../values/fields.ts";
import { parseIco } from "../../values/ico.ts";

export const organisationSchema = z.object({
  name: text(200),
  ico: read(parseIco, "validIco"),
  version: version(),
});
