import { z } from "zod";
import {
  choice,
  optionalEmail,
  optionalId,
  optionalText,
  version,
} from "../../../values/fields.ts";

export const roles = ["manager", "coordinator", "finance", "reader"] as const;

const part = { role: choice(roles), position: optionalText(120) };

export const newMemberSchema = z
  .object({ userId: optionalId(), name: optionalText(100), email: optionalEmail(), ...part })
  .superRefine(({ userId, name, email }, context) => {
    const object = (field: string, message: string) =>
      context.addIssue({ code: "custom", path: [field], message });
    if (userId !== null && (name !== null || email !== null)) object("userId", "memberEitherOr");
    if (userId === null && email === null && name === null) object("userId", "required");
    if (email !== null && name === null) object("name", "required");
    if (name !== null && email === null) object("email", "required");
  });

export const memberSchema = z.object({ ...part, version: version() });

/** Who takes over what the leaving member answers for. */
export const removalSchema = z.object({ heirId: optionalId() });

export type NewMember = z.output<typeof newMemberSchema>;
export type MemberEntry = z.output<typeof memberSchema>;
