import type { RequestParamHandler, Response } from "express";
import { type EventRecord, findEvent } from "../../../db/queries/events.ts";
import type { Deps } from "../../deps.ts";
import { NotFound } from "../../errors.ts";
import { idParam } from "../../web/id-param.ts";

declare global {
  namespace Express {
    interface Locals {
      event?: EventRecord;
    }
  }
}

/** Finds the event inside the project of the address. */
export function loadEvent({ db }: Pick<Deps, "db">): RequestParamHandler {
  return async (_req, res, next, text) => {
    const projectId = res.locals.project?.id;
    if (projectId === undefined) throw new NotFound("project");
    const event = await findEvent(db, { projectId, eventId: idParam(text) });
    if (!event) throw new NotFound("event");
    res.locals.event = event;
    next();
  };
}

/** The event that `loadEvent` has put at hand. */
export function eventOf(res: Response): EventRecord {
  const { event } = res.locals;
  if (!event) throw new NotFound("event");
  return event;
}
