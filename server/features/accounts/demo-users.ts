import type { GlobalRole, ProjectRole, Role } from "../../access/permissions.ts";

/** The people of the demonstration, of nobody's likeness; they exist nowhere else. */
export const demoPassword = "ukazka-osnova-2026";

export interface DemoUser {
  email: string;
  name: string;
  shownAs: Role;
  globalRoles: GlobalRole[];
  projectRole: ProjectRole | null;
}

export const demoUsers: DemoUser[] = [
  {
    email: "admin@osnova.test",
    name: "Alena Dobiášová",
    shownAs: "administrator",
    globalRoles: ["administrator"],
    projectRole: null,
  },
  {
    email: "manager@osnova.test",
    name: "Marek Vodička",
    shownAs: "manager",
    globalRoles: ["founder"],
    projectRole: "manager",
  },
  {
    email: "coordinator@osnova.test",
    name: "Klára Řeháková",
    shownAs: "coordinator",
    globalRoles: [],
    projectRole: "coordinator",
  },
  {
    email: "finance@osnova.test",
    name: "Filip Brabenec",
    shownAs: "finance",
    globalRoles: [],
    projectRole: "finance",
  },
  {
    email: "management@osnova.test",
    name: "Vendula Horáčková",
    shownAs: "management",
    globalRoles: ["management"],
    projectRole: null,
  },
  {
    email: "auditor@osnova.test",
    name: "Otakar Šindelka",
    shownAs: "auditor",
    globalRoles: ["auditor"],
    projectRole: null,
  },
];
