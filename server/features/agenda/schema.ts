import { z } from "zod";
import { type Section, sections } from "./rules.ts";

/** What an address of the agenda asks for; anything it does not know is left out. */
export interface AgendaView {
  /** A person's id, or everybody within reach. */
  who: number | "all";
  projectId: number | null;
  section: Section | null;
}

const id = z
  .string()
  .regex(/^[1-9]\d{0,8}$/)
  .transform(Number);

const query = z.object({
  who: z
    .union([id, z.enum(["mine", "all"])])
    .nullable()
    .catch(null),
  project: id.nullable().catch(null),
  section: z.enum(sections).nullable().catch(null),
});

/** Everybody's deadlines for those who watch over all projects, else one's own, unless the address says. */
export function readAgendaView(
  asked: Record<string, unknown>,
  viewer: { id: number; watchesAll: boolean },
): AgendaView {
  const { who, project, section } = query.parse(asked);
  const usual = viewer.watchesAll ? "all" : viewer.id;
  return {
    who: who === "mine" ? viewer.id : (who ?? usual),
    projectId: project,
    section,
  };
}
