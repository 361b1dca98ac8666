import type { Request, Response, Router } from "express";
import { findParticipant } from "../../../../db/queries/participants.ts";
import { allow } from "../../../access/allow.ts";
import { viewerOf, viewersReach } from "../../../access/project-of.ts";
import type { Deps } from "../../../deps.ts";
import { Conflict, NotFound } from "../../../errors.ts";
import { paths } from "../../../paths.ts";
import { authorOf, type FormState, form } from "../../../web/form.ts";
import { presentFormPage } from "../../../web/form-page.ts";
import { idParam } from "../../../web/id-param.ts";
import { heldForIn, personScope, readableProjects } from "../../participants/registry/service.ts";
import { anonymisationReasons } from "../rules.ts";
import { anonymisationSchema } from "./schema.ts";
import { type Anonymised, anonymise, keptUntil } from "./service.ts";

export function addAnonymisationRoutes(router: Router, deps: Deps): void {
  const asking = form(deps, anonymisationSchema, {
    show: (req, res, state) => showForm(deps, req, res, state),
    save: async (req, res, entry) => {
      const { participantId, personIds } = await wholePerson(deps, req, res);
      await anonymise(deps, authorOf(req, res), { participantId, personIds }, entry);
      res.locals.say("anonymised");
      res.redirect(303, paths.participantRegistry());
    },
  });
  const door = allow("registry:use");
  router.get(paths.newAnonymisation(":participantId"), door, asking.show);
  router.post(paths.anonymisation(":participantId"), door, asking.submit);
}

/**
 * The person of the address with all records of theirs.
 * @throws Conflict when some project of theirs is not the viewer's to read: it would lose the person, too
 */
async function wholePerson(
  { db }: Pick<Deps, "db">,
  req: Request,
  res: Response,
): Promise<Anonymised & { projectIds: number[] }> {
  const projects = await readableProjects(db, viewersReach(res));
  const participantId = idParam(req.params.participantId);
  const { personIds, readable, hasHidden } = await personScope(db, projects, participantId);
  if (hasHidden) throw new Conflict("anonymisationNeedsAllProjects");
  res.locals.onBehalfOfId = heldForIn(readable, viewerOf(res).id);
  return { participantId, personIds, projectIds: readable.map(({ id }) => id) };
}

async function showForm(deps: Deps, req: Request, res: Response, state: FormState): Promise<void> {
  const { participantId, projectIds } = await wholePerson(deps, req, res);
  const person = await findParticipant(deps.db, participantId);
  if (!person) throw new NotFound("participant");
  const { texts, formats } = res.locals;
  const { anonymisation: words } = texts.personalData;
  const end = await keptUntil(deps.db, projectIds);
  const options = anonymisationReasons.map((value) => ({ value, label: words.reasons[value] }));
  const model = presentFormPage(
    {
      title: words.title,
      code: person.code,
      lead: [words.lead, end === null ? words.noRule : words.keptUntil(formats.date(end))],
      warnings: [words.warning],
      action: paths.anonymisation(participantId),
      sections: [
        {
          rows: [
            { type: "radios", name: "reason", label: words.reason, options, isRequired: true },
            { type: "text", name: "note", label: words.note, hint: words.noteHint },
            { type: "checkbox", name: "isSure", label: words.isSure },
          ],
        },
      ],
      submit: words.submit,
      isDanger: true,
      cancel: { href: paths.participantRegistry() },
    },
    state,
    texts,
  );
  const breadcrumbs = [
    { label: texts.participants.registry.title, href: paths.participantRegistry() },
    { label: person.code },
    { label: words.title },
  ];
  res.locals.page("partials/form-page", model, { title: words.title, breadcrumbs });
}
