/** Whom of a project a rule of reminders names; the owner is that of the thing. */
export const recipientRoles = ["owner", "manager", "coordinator", "finance"] as const;

export type RecipientRole = (typeof recipientRoles)[number];
