import type { Request, Response } from "express";
import { change } from "../change.ts";
import type { Deps } from "../deps.ts";
import { authorOf } from "./form.ts";
import { isRead } from "./reads.ts";

/**
 * Leaves a trace of what somebody signed in was refused: whatever they may not do, and a change of
 * something that is not theirs or does not exist, which look the same.
 */
export async function recordDenial(
  deps: Pick<Deps, "db" | "clock" | "log">,
  status: number,
  req: Request,
  res: Response,
): Promise<void> {
  const isDenial = status === 403 || (status === 404 && !isRead(req));
  if (!isDenial || !res.locals.viewer) return;
  const asked = `${req.method} ${req.path}`.slice(0, 200);
  const event = {
    action: "access.denied",
    objectType: "page",
    projectId: res.locals.project?.id ?? null,
    outcome: "denied" as const,
    changes: { address: [null, asked] as [null, string] },
  };
  const author = { ...authorOf(req, res), submission: null };
  try {
    await change(deps, author, async ({ record }) => record(event));
  } catch (error) {
    // The refusal stands, whether or not it can be written down.
    const { code } = error as { code?: string };
    deps.log.error({ requestId: res.locals.requestId, code }, "a denial could not be recorded");
  }
}
