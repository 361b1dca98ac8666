import type {
  ManagedProject,
  OpenItem,
  OwnedType,
  RoleInProject,
} from "../../../../db/queries/open-items.ts";

/** A thing that somebody leaving has to hand over: what they own, and a project only they manage. */
export type Handed =
  | ({ kind: OwnedType; id: number } & Pick<
      OpenItem,
      "projectId" | "projectName" | "title" | "dueOn"
    >)
  | ({ kind: "project"; id: number } & ManagedProject);

/** `milestone-12`: names a row in the form. */
export function handoverKey({ kind, id }: { kind: string; id: number }): string {
  return `${kind}-${id}`;
}

export function handedThings(items: OpenItem[], projects: ManagedProject[]): Handed[] {
  return [
    ...projects.map((project) => ({ kind: "project" as const, id: project.projectId, ...project })),
    ...items.map(({ objectType, objectId, ...item }) => ({
      kind: objectType,
      id: objectId,
      ...item,
    })),
  ];
}

export interface HandoverEntry {
  /** Who takes everything for which nobody else is chosen. */
  everything: number | null;
  /** Row → who takes it. */
  chosen: Record<string, number>;
}

/** Who takes each thing; the keys of those for whom nobody was chosen. */
export function assign(
  things: Handed[],
  entry: HandoverEntry,
): { taken: { thing: Handed; by: number }[]; left: string[] } {
  const taken: { thing: Handed; by: number }[] = [];
  const left: string[] = [];
  for (const thing of things) {
    const key = handoverKey(thing);
    const by = entry.chosen[key] ?? entry.everything;
    if (by === null) left.push(key);
    else taken.push({ thing, by });
  }
  return { taken, left };
}

/** Things by who takes them and by kind, so that each group is one statement. */
export function groupsOf(
  taken: { thing: Handed; by: number }[],
): { objectType: OwnedType; ownerUserId: number; ids: number[] }[] {
  const groups = new Map<string, { objectType: OwnedType; ownerUserId: number; ids: number[] }>();
  for (const { thing, by } of taken) {
    if (thing.kind === "project") continue;
    const key = `${thing.kind}-${by}`;
    const group = groups.get(key) ?? { objectType: thing.kind, ownerUserId: by, ids: [] };
    group.ids.push(thing.id);
    groups.set(key, group);
  }
  return [...groups.values()];
}

/**
 * Memberships that come with what is taken: whoever takes over a project manages it; whoever takes a thing
 * in a project that is not theirs joins it in the role of the one who leaves.
 */
export function membershipsFor(
  taken: { thing: Handed; by: number }[],
  { leaverId, roles }: { leaverId: number; roles: RoleInProject[] },
): RoleInProject[] {
  const roleOf = (userId: number, projectId: number) =>
    roles.find((one) => one.userId === userId && one.projectId === projectId)?.role;
  const memberships = new Map<string, RoleInProject>();
  for (const { thing, by } of taken) {
    const { projectId } = thing;
    const key = `${by}-${projectId}`;
    if (thing.kind === "project") {
      memberships.set(key, { userId: by, projectId, role: "manager" });
    } else if (!roleOf(by, projectId) && !memberships.has(key)) {
      const role = roleOf(leaverId, projectId) ?? "coordinator";
      memberships.set(key, { userId: by, projectId, role });
    }
  }
  return [...memberships.values()];
}
