import type { Request, Response, Router } from "express";
import { allow } from "../../access/allow.ts";
import type { Deps } from "../../deps.ts";
import { paths } from "../../paths.ts";
import { authorOf, type FormState, form } from "../../web/form.ts";
import { stateOfPreview } from "../../web/form-page.ts";
import { noteShown } from "../../web/personal-data.ts";
import { eventCrumbs } from "../events/header.ts";
import { insideOnly } from "../events/inside-only.ts";
import { eventOf } from "../events/load-event.ts";
import { presentPasteForm, presentPreview } from "./paste-presenter.ts";
import { chosenPeople, type UnderstoodLine, understandLines } from "./pasting.ts";
import { pastedSchema, pasteSchema } from "./schema.ts";
import { registerPeople } from "./service.ts";

/** A list pasted from a mail or a table: read, shown, and only then saved. */
export function addPasteRoutes(router: Router, deps: Deps): void {
  const event = [":projectId", ":eventId"] as const;
  const may = allow("registration:edit");
  const typed = pasteForm(deps);
  const pasted = pastedForm(deps);
  router.get(paths.newPastedRegistrations(...event), may, insideOnly, typed.show);
  router.post(paths.pastePreview(...event), may, insideOnly, typed.submit);
  router.post(paths.pastedRegistrations(...event), may, insideOnly, pasted.submit);
}

function pasteForm(deps: Deps) {
  return form(deps, pasteSchema, {
    show: (_req, res, state) => {
      const model = presentPasteForm(eventOf(res), state, res.locals);
      const { title } = model.pageHeader;
      const breadcrumbs = eventCrumbs(res, { label: title });
      res.locals.page("partials/form-page", model, { title, breadcrumbs });
    },
    save: async (req, res, { lines, state }) => {
      const understood = await understandLines(deps, keyOf(res), lines);
      await showPreview(deps, { req, res }, understood, stateOfPreview(req, { state }));
    },
  });
}

function pastedForm(deps: Deps) {
  return form(deps, pastedSchema, {
    show: async (req, res, state) => {
      const lines = String(state.values.lines ?? "")
        .split(/\r?\n/)
        .map((line) => line.trim())
        .filter((line) => line !== "");
      const understood = await understandLines(deps, keyOf(res), lines.slice(0, 200));
      await showPreview(deps, { req, res }, understood, state);
    },
    save: async (req, res, { lines, choice, state }) => {
      const key = keyOf(res);
      const understood = await understandLines(deps, key, lines);
      const people = chosenPeople(understood, choice);
      await registerPeople(deps, authorOf(req, res), key, people, { state, origin: "paste" });
      res.locals.say("registered");
      res.redirect(303, paths.registrations(key.projectId, key.eventId));
    },
  });
}

async function showPreview(
  deps: Deps,
  { req, res }: { req: Request; res: Response },
  lines: readonly UnderstoodLine[],
  state: FormState,
): Promise<void> {
  const found = lines.reduce((sum, { candidates }) => sum + candidates.length, 0);
  await noteShown(deps, req, res, { action: "search", personCount: found });
  const model = presentPreview(eventOf(res), lines, state, res.locals);
  const breadcrumbs = eventCrumbs(res, { label: model.title });
  res.locals.page(
    "registrations/preview",
    { ...model, pageHeader: { title: model.title, subtitle: model.summary } },
    { title: model.title, breadcrumbs },
  );
}

function keyOf(res: Response): { projectId: number; eventId: number } {
  const { projectId, id: eventId } = eventOf(res);
  return { projectId, eventId };
}
