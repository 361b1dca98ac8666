import type { Request, Response, Router } from "express";
import {
  listOrganisationsNamed,
  searchCandidates,
} from "../../../db/queries/registration-candidates.ts";
import { allow } from "../../access/allow.ts";
import type { Deps } from "../../deps.ts";
import { InvalidInput } from "../../errors.ts";
import { paths } from "../../paths.ts";
import { foldText } from "../../values/fold.ts";
import { authorOf, type FormState, form, parse } from "../../web/form.ts";
import { stateOfPreview } from "../../web/form-page.ts";
import { noteShown } from "../../web/personal-data.ts";
import { eventCrumbs } from "../events/header.ts";
import { insideOnly } from "../events/inside-only.ts";
import { eventOf } from "../events/load-event.ts";
import { presentPersonForm } from "./person-presenter.ts";
import { chosenSchema, type PersonEntry, personSchema, searchSchema } from "./schema.ts";
import { MOST_FOUND, presentFound } from "./search-presenter.ts";
import { registerPeople, type Somebody } from "./service.ts";

const event = [":projectId", ":eventId"] as const;

/** From the registry of all projects, and whoever is not there yet. */
export function addAddingRoutes(router: Router, deps: Deps): void {
  const may = allow("registration:edit");
  const chosen = chosenForm(deps);
  const person = personForm(deps);
  // Names are searched for by POST: an address is kept in histories and logs.
  router.post(paths.registrationSearch(...event), may, insideOnly, (req, res) => {
    const { origin } = parse(searchSchema, req.body);
    return showFound(deps, req, res, stateOfPreview(req, { state: "registered", origin }));
  });
  router.post(paths.registrations(...event), may, insideOnly, chosen.submit);
  router.get(paths.newRegisteredPerson(...event), may, insideOnly, person.show);
  router.post(paths.registeredPerson(...event), may, insideOnly, person.submit);
}

function chosenForm(deps: Deps) {
  return form(deps, chosenSchema, {
    show: (req, res, state) => showFound(deps, req, res, state),
    save: async (req, res, { participantIds, ...registering }) => {
      const people = participantIds.map((participantId) => ({ participantId }));
      await registerPeople(deps, authorOf(req, res), keyOf(res), people, registering);
      goOn(res, registering.origin);
    },
  });
}

async function showFound(deps: Deps, req: Request, res: Response, state: FormState): Promise<void> {
  const { name, origin } = parse(searchSchema, req.body);
  const words = foldText(name ?? "")
    .split(" ")
    .filter(Boolean);
  const people =
    words.length === 0
      ? []
      : await searchCandidates(deps.db, keyOf(res), { words, limit: MOST_FOUND });
  await noteShown(deps, req, res, { action: "search", personCount: people.length });
  const found = { name: name ?? "", origin, people };
  const model = presentFound(eventOf(res), found, state, res.locals);
  const breadcrumbs = eventCrumbs(res, { label: model.title });
  res.locals.page(
    "registrations/search",
    { ...model, pageHeader: { title: model.title } },
    { title: model.title, breadcrumbs },
  );
}

function personForm(deps: Deps) {
  return form(deps, personSchema, {
    initial: (req) => ({ origin: req.query.origin === "walk-in" ? "walk-in" : "registry" }),
    show: (_req, res, state) => {
      const model = presentPersonForm(eventOf(res), state, res.locals);
      const { title } = model.pageHeader;
      const breadcrumbs = eventCrumbs(res, { label: title });
      res.locals.page("partials/form-page", model, { title, breadcrumbs });
    },
    save: async (req, res, { state, origin, ...entry }) => {
      const people = [await somebodyOf(deps, entry)];
      await registerPeople(deps, authorOf(req, res), keyOf(res), people, { state, origin });
      goOn(res, origin);
    },
  });
}

async function somebodyOf(
  { db }: Pick<Deps, "db">,
  { organisation, ...person }: Omit<PersonEntry, "state" | "origin">,
): Promise<Somebody> {
  if (organisation === null) return { person };
  const [known] = await listOrganisationsNamed(db, [foldText(organisation)]);
  if (!known) throw new InvalidInput({ organisation: "unknownOrganisation" });
  return { person: { ...person, organisationId: known.id }, organisationId: known.id };
}

function keyOf(res: Response): { projectId: number; eventId: number } {
  const { projectId, id: eventId } = eventOf(res);
  return { projectId, eventId };
}

function goOn(res: Response, origin: "registry" | "walk-in"): void {
  const { projectId, eventId } = keyOf(res);
  res.locals.say("registered");
  const page = origin === "walk-in" ? paths.attendance : paths.registrations;
  res.redirect(303, page(projectId, eventId));
}
