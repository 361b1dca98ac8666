import type { Request, Response, Router } from "express";
import { allow } from "../../../access/allow.ts";
import { projectOf } from "../../../access/project-of.ts";
import type { Deps } from "../../../deps.ts";
import { paths } from "../../../paths.ts";
import { authorOf } from "../../../web/form.ts";
import { participationOf } from "../load-participation.ts";
import { recordRefusal } from "./service.ts";

export function addMailRefusalRoutes(router: Router, deps: Deps): void {
  const at = [":projectId", ":participationId"] as const;
  const recording = (refuses: boolean) => async (req: Request, res: Response) => {
    const { id: projectId } = projectOf(res);
    const { id, participantId } = participationOf(res);
    await recordRefusal(deps, authorOf(req, res), { projectId, participantId, refuses });
    res.locals.say("saved");
    res.redirect(303, paths.participant(projectId, id));
  };
  const edits = allow("participant:edit");
  router.post(paths.participantMailRefusal(...at), edits, recording(true));
  router.post(paths.participantMailRefusalRemoval(...at), edits, recording(false));
}
