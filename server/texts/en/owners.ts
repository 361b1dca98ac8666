import type { Texts } from "../index.ts";

export const owners: Texts["owners"] = {
  owner: "Owner",
  nobody: "— nobody —",
  without: "without an owner",
  newContact: "— new contact (write below) —",
  contact: "contact",
  leftProject: "has left the project",
  hint: "A member of the project or a person without an account. We write to a contact only if they agreed; the project manager is notified otherwise.",
  contactTitle: "New contact",
  contactName: "Name",
  contactFunction: "Function",
  contactEmail: "E-mail",
  contactAgrees: "Agrees to be notified by e-mail",
  contactAgreesHint: "Without agreement the project manager is notified on their behalf.",
  history: {
    "contact.created": "New contact written down",
    "contact.agreed": "The contact agreed to be sent messages",
    "contact.agreement-withdrawn": "The agreement of the contact was withdrawn",
  },
};
