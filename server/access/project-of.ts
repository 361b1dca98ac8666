import type { Response } from "express";
import type { ProjectInReach } from "../../db/queries/projects.ts";
import type { Reach } from "../../db/queries/reach.ts";
import { NotFound, SignInRequired } from "../errors.ts";
import type { Viewer } from "./viewer.ts";

/** The project that `loadProject` has put at hand. */
export function projectOf(res: Response): ProjectInReach {
  const { project } = res.locals;
  if (!project) throw new NotFound("project");
  return project;
}

/** Who is signed in, behind a guard that has made sure of it. */
export function viewerOf(res: Response): Viewer {
  const { viewer } = res.locals;
  if (!viewer) throw new SignInRequired();
  return viewer;
}

/** What they reach, theirs and of those they stand in for. */
export function viewersReach(res: Response): Reach {
  const { reach } = res.locals;
  if (!reach) throw new SignInRequired();
  return reach;
}
