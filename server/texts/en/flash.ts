import type { Texts } from "../index.ts";

export const flash: Texts["flash"] = {
  saved: "Saved.",
  created: "Created.",
  archived: "Moved to the archive. It can be restored within 30 days.",
  restored: "Restored.",
  signedOut: "You are signed out.",
  keptForm: "Your session had ended meanwhile, but your text was kept. Check it and save.",
};
