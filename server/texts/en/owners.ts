import type { Texts } from "../index.ts";

export const owners: Texts["owners"] = {
  owner: "Owner",
  nobody: "— nobody —",
  without: "without an owner",
  newContact: "— new contact (write below) —",
  contact: "contact",
  leftProject: "has left the project",
  hint: "A member of the project or a person without an account. The project manager is reminded on behalf of a contact.",
  contactTitle: "New contact",
  contactName: "Name",
  contactFunction: "Function",
  contactEmail: "E-mail",
  history: { "contact.created": "New contact written down" },
};
