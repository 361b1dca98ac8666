import type { Role } from "../../access/permissions.ts";

/** The people of the demonstration; they exist nowhere else. */
export const demoPassword = "ukazka-osnova-2026";

export const demoUsers: { email: string; shownAs: Role }[] = [
  { email: "admin@osnova.test", shownAs: "administrator" },
  { email: "manager@osnova.test", shownAs: "manager" },
  { email: "coordinator@osnova.test", shownAs: "coordinator" },
  { email: "finance@osnova.test", shownAs: "finance" },
  { email: "management@osnova.test", shownAs: "management" },
  { email: "auditor@osnova.test", shownAs: "auditor" },
];
