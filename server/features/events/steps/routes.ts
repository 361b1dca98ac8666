import type { Router } from "express";
import { allow } from "../../../access/allow.ts";
import type { Deps } from "../../../deps.ts";
import { Conflict } from "../../../errors.ts";
import { paths } from "../../../paths.ts";
import { authorOf, form } from "../../../web/form.ts";
import { presentFormPage } from "../../../web/form-page.ts";
import { showForm } from "../form/routes.ts";
import { insideOnly } from "../inside-only.ts";
import { eventOf } from "../load-event.ts";
import { isOpen, steps } from "../rules.ts";
import { eventCancellationSchema } from "./schema.ts";
import { archiveEvent, cancelEvent, restoreEvent, takeStep } from "./service.ts";

export function addStepRoutes(router: Router, deps: Deps): void {
  const door = [allow("event:edit"), insideOnly] as const;
  const at = [":projectId", ":eventId"] as const;
  for (const step of steps) {
    router.post(paths.eventStep(...at, step), ...door, async (req, res) => {
      const { projectId, id } = eventOf(res);
      await takeStep(deps, authorOf(req, res), { projectId, id }, step);
      res.locals.say("saved");
      res.redirect(303, paths.event(projectId, id));
    });
  }
  const cancellation = cancellationForm(deps);
  router.get(paths.newEventCancellation(...at), ...door, cancellation.show);
  router.post(paths.eventCancellation(...at), ...door, cancellation.submit);
  router.post(paths.eventArchive(...at), ...door, async (req, res) => {
    const { projectId, id } = eventOf(res);
    await archiveEvent(deps, authorOf(req, res), { projectId, id });
    res.locals.say("archived");
    res.redirect(303, paths.events(projectId));
  });
  router.post(paths.eventRestoration(...at), ...door, async (req, res) => {
    const { projectId, id } = eventOf(res);
    await restoreEvent(deps, authorOf(req, res), { projectId, id });
    res.locals.say("restored");
    res.redirect(303, paths.event(projectId, id));
  });
}

function cancellationForm(deps: Deps) {
  return form(deps, eventCancellationSchema, {
    initial: (_req, res) => {
      const event = eventOf(res);
      if (!isOpen(event)) throw new Conflict("eventClosed");
      return { version: String(event.version) };
    },
    show: (_req, res, state) => {
      const { projectId, id, title } = eventOf(res);
      const { texts } = res.locals;
      const { cancellation } = texts.events;
      const page = {
        title: cancellation.title,
        code: title,
        lead: [cancellation.text],
        action: paths.eventCancellation(projectId, id),
        hidden: ["version"],
        sections: [
          {
            rows: [
              {
                type: "textarea" as const,
                name: "reason",
                label: cancellation.reason,
                maxLength: 1000,
                rows: 3,
                isRequired: true,
              },
            ],
          },
        ],
        submit: cancellation.submit,
        isDanger: true,
        cancel: { href: paths.event(projectId, id), label: cancellation.back },
      };
      showForm(res, presentFormPage(page, state, texts));
    },
    save: async (req, res, entry) => {
      const { projectId, id } = eventOf(res);
      await cancelEvent(deps, authorOf(req, res), { projectId, id }, entry);
      res.locals.say("saved");
      res.redirect(303, paths.event(projectId, id));
    },
  });
}
