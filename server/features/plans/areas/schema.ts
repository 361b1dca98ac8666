import { z } from "zod";
import { choice, optionalId, text, version } from "../../../values/fields.ts";

export const areaKinds = ["area", "sub-area", "goal"] as const;

const fields = {
  kind: choice(areaKinds),
  code: text(20),
  title: text(300),
  parentId: optionalId(),
};

export const areaSchema = z.object(fields);
export const editedAreaSchema = z.object({ ...fields, version: version() });

export type AreaEntry = z.output<typeof areaSchema>;
export type EditedArea = z.output<typeof editedAreaSchema>;
