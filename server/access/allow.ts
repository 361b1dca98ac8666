import type { NextFunction, Request, RequestHandler, Response } from "express";
import type { ProjectInReach } from "../../db/queries/projects.ts";
import { Conflict, Forbidden, SignInRequired } from "../errors.ts";
import { type GlobalRole, isPermitted, type Permission, worksInArchive } from "./permissions.ts";

export type Policy = Permission | "public";

/** A guard carries its policy, so that a test can walk the routers and find a door without one. */
export interface Guard extends RequestHandler {
  policy: Policy;
}

/** First handler of every route. Inside a project its own roles count too; a stranger has met 404 before. */
export function allow(permission: Permission): Guard {
  const guard = (_req: Request, res: Response, next: NextFunction) => {
    const { viewer, roles, project } = res.locals;
    if (!viewer) throw new SignInRequired();
    const right = rightTo(permission, roles, project);
    if (!right) throw new Forbidden(permission);
    if (project?.archivedAt && !worksInArchive(permission)) throw new Conflict("projectArchived");
    res.locals.onBehalfOfId = right.onBehalfOfId;
    next();
  };
  return Object.assign(guard, { policy: permission });
}

/** A door open to everybody, signed in or not. */
export function allowAnyone(): Guard {
  const guard = (_req: Request, _res: Response, next: NextFunction) => next();
  return Object.assign(guard, { policy: "public" as const });
}

/** Whether the viewer may do it here; views get the answer, never the roles. */
export function can(res: Response, permission: Permission): boolean {
  const { viewer, roles, project } = res.locals;
  if (!viewer || (project?.archivedAt && !worksInArchive(permission))) return false;
  return rightTo(permission, roles, project) !== undefined;
}

type Held = Pick<ProjectInReach, "role" | "heldFor">;

/**
 * By which right somebody may do something: their own, else that of the first of those they stand in for
 * whose role in the project carries it. Undefined when they may not.
 */
export function rightTo(
  permission: Permission,
  roles: readonly GlobalRole[],
  project: Held | undefined,
): { onBehalfOfId: number | null } | undefined {
  const own = project?.role ? [...roles, project.role] : roles;
  if (isPermitted(permission, own)) return { onBehalfOfId: null };
  const held = project?.heldFor.find(({ role }) => isPermitted(permission, [role]));
  return held && { onBehalfOfId: held.userId };
}
