import { z } from "zod";
import { day, optionalDay, optionalId, optionalText, text, version } from "../../values/fields.ts";
import { ownerFields } from "../../values/owner.ts";

const bodyFields = z.object({
  name: text(200),
  parentId: optionalId(),
  purpose: optionalText(2000),
  ...ownerFields(),
});

export const newBodySchema = bodyFields;
export const editedBodySchema = bodyFields.extend({ version: version() });
export type BodyEntry = z.output<typeof newBodySchema>;
export type EditedBody = z.output<typeof editedBodySchema>;

const span = { role: optionalText(120), sinceOn: day(), untilOn: optionalDay() };

export const newMemberSchema = z.object({ ...span, ...ownerFields() });
export const editedMemberSchema = z.object({ ...span, version: version() });
export type NewMember = z.output<typeof newMemberSchema>;
export type EditedMember = z.output<typeof editedMemberSchema>;
