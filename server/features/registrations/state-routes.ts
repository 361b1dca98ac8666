import type { Response, Router } from "express";
import { findRegistration } from "../../../db/queries/registrations.ts";
import { allow } from "../../access/allow.ts";
import type { Deps } from "../../deps.ts";
import { Conflict, InvalidInput, NotFound } from "../../errors.ts";
import { paths } from "../../paths.ts";
import { authorOf, parse } from "../../web/form.ts";
import { idParam } from "../../web/id-param.ts";
import { insideOnly } from "../events/inside-only.ts";
import { eventOf } from "../events/load-event.ts";
import { stateSchema } from "./schema.ts";
import { changeRegistrationState, removeRegistration } from "./service.ts";

declare global {
  namespace Express {
    interface Locals {
      registrationId?: number;
    }
  }
}

/** Buttons in the list: what state somebody is in, and taking them off it. */
export function addStateRoutes(router: Router, deps: Deps): void {
  router.param("registrationId", async (_req, res, next, text) => {
    const key = { eventId: eventOf(res).id, id: idParam(text) };
    const registration = await findRegistration(deps.db, key);
    if (!registration) throw new NotFound("registration");
    res.locals.registrationId = registration.id;
    next();
  });
  const one = [":projectId", ":eventId", ":registrationId"] as const;
  const may = allow("registration:edit");
  router.post(paths.registrationState(...one), may, insideOnly, async (req, res) => {
    const { state, version } = parse(stateSchema, req.body);
    const key = { ...keyOf(res), version };
    await changeRegistrationState(deps, authorOf(req, res), key, state).catch(asConflict);
    goBack(res, "saved");
  });
  router.post(paths.registrationRemoval(...one), may, insideOnly, async (req, res) => {
    await removeRegistration(deps, authorOf(req, res), keyOf(res));
    goBack(res, "removed");
  });
}

/** There is no form to show the error in: a page of its own says it. */
function asConflict(error: unknown): never {
  if (error instanceof InvalidInput) throw new Conflict(error.errors.state ?? "unknownChoice");
  throw error;
}

function keyOf(res: Response): { projectId: number; eventId: number; id: number } {
  const { projectId, id: eventId } = eventOf(res);
  const { registrationId: id } = res.locals;
  if (id === undefined) throw new NotFound("registration");
  return { projectId, eventId, id };
}

function goBack(res: Response, word: "saved" | "removed"): void {
  const { projectId, eventId } = keyOf(res);
  res.locals.say(word);
  res.redirect(303, paths.registrations(projectId, eventId));
}
