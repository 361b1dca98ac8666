import type { Request, Response } from "express";
import type { Deps } from "../deps.ts";
import { type Access, noteAccess } from "../features/personal-data/service.ts";

/** The project is named where the address does not: by a link, whose holder is nobody of ours. */
type Shown = Pick<Access, "action"> &
  Partial<Pick<Access, "projectId" | "participantId" | "personCount">>;

/** Puts down that the viewer of this request is shown names; the address only as its pattern. */
export async function noteShown(
  { db, clock }: Pick<Deps, "db" | "clock">,
  req: Request,
  res: Response,
  shown: Shown,
): Promise<void> {
  const { viewer, project, requestId } = res.locals;
  await noteAccess(db, {
    at: clock.now(),
    userId: viewer?.id ?? null,
    projectId: project?.id ?? null,
    route: `${req.method} ${String(req.route?.path ?? "")}`,
    requestId,
    ...shown,
  });
}
