import { z } from "zod";
import { checkbox, choice, email, ids, optionalDay, text, version } from "../../values/fields.ts";

const account = {
  name: text(100),
  email: email(),
  isAdministrator: checkbox(),
  isManagement: checkbox(),
  isFounder: checkbox(),
  isAuditor: checkbox(),
  auditsFromOn: optionalDay(),
  auditsUntilOn: optionalDay(),
  auditorProjectIds: ids(),
};

const spanInOrder = (entry: { auditsFromOn: string | null; auditsUntilOn: string | null }) =>
  !entry.auditsFromOn || !entry.auditsUntilOn || entry.auditsFromOn <= entry.auditsUntilOn;
const wrongSpan = { path: ["auditsUntilOn"], message: "endBeforeStart" };

export const invitationSchema = z
  .object({ ...account, language: choice(["cs", "en"]) })
  .refine(spanInOrder, wrongSpan);

export const accountSchema = z
  .object({ ...account, version: version() })
  .refine(spanInOrder, wrongSpan);

export type InvitationEntry = z.output<typeof invitationSchema>;
export type AccountEntry = z.output<typeof accountSchema>;
