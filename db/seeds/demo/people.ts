/** The people of the demonstration, of nobody's likeness; they exist nowhere else. */
export const demoPassword = "ukazka-osnova-2026";

type GlobalRole = "administrator" | "management" | "auditor" | "founder";
type RoleInProjects = "manager" | "coordinator" | "finance";

export interface DemoPerson {
  email: string;
  name: string;
  /** The role by which the sign-in page tells them apart. */
  shownAs: GlobalRole | RoleInProjects;
  globalRoles: GlobalRole[];
  /** What they look after in the team of a project. */
  position: string | null;
}

const person = (
  shownAs: DemoPerson["shownAs"],
  name: string,
  position: string | null,
  globalRoles: GlobalRole[],
): DemoPerson => {
  const mailbox = shownAs === "administrator" ? "admin" : shownAs;
  return { email: `${mailbox}@osnova.test`, name, shownAs, globalRoles, position };
};

export const demoUsers: DemoPerson[] = [
  person("administrator", "Alena Dobiášová", null, ["administrator"]),
  person("manager", "Marek Vodička", null, ["founder"]),
  person("coordinator", "Klára Řeháková", "vzdělávání, stáže a kulaté stoly", []),
  person("finance", "Filip Brabenec", "rozpočet a žádosti o platbu", []),
  person("management", "Vendula Horáčková", null, ["management"]),
  person("auditor", "Otakar Šindelka", null, ["auditor"]),
];

/** Who works in projects, in the order of a team. */
export const teamRoles = ["manager", "coordinator", "finance"] as const;

/** What whoever stands in for the coordinator of the example is to look after. */
export const absenceNote = "Pohlídejte prosím přihlášky na kulatý stůl.";
