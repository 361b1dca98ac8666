import type { RequestHandler, Response, Router } from "express";
import {
  listApprovingMeetings,
  listBodyNames,
  listDeclaredIndicators,
  listOutputDocuments,
} from "../../../../db/queries/output-choices.ts";
import type { Output } from "../../../../db/queries/outputs.ts";
import { allow } from "../../../access/allow.ts";
import type { Deps } from "../../../deps.ts";
import { Conflict } from "../../../errors.ts";
import { paths } from "../../../paths.ts";
import { projectCrumbs } from "../../../web/breadcrumbs.ts";
import { authorOf, type FormState, form } from "../../../web/form.ts";
import { outputOf } from "../load-output.ts";
import { type OutputStep, stepsFrom } from "../rules.ts";
import { presentStep, type StepChoices } from "./presenter.ts";
import {
  approvalSchema,
  commentingSchema,
  countingSchema,
  publicationSchema,
  returnSchema,
} from "./schema.ts";
import {
  approveOutput,
  askForComments,
  countOutput,
  publishOutput,
  returnOutput,
} from "./service.ts";

export function addStepRoutes(router: Router, deps: Deps): void {
  const steps = [
    ["commenting", "output:edit", commentingForm(deps)],
    ["approval", "output:approve", approvalForm(deps)],
    ["publication", "output:edit", publicationForm(deps)],
    ["counting", "output:edit", countingForm(deps)],
    ["return", "output:approve", returnForm(deps)],
  ] as const;
  for (const [step, permission, { show, submit }] of steps) {
    const address = paths.outputSteps[step];
    const guard = allow(permission);
    router.get(address.show(":projectId", ":outputId"), guard, show);
    router.post(address.take(":projectId", ":outputId"), guard, submit);
  }
}

type Doors = { show: RequestHandler; submit: RequestHandler };

function commentingForm(deps: Deps): Doors {
  return form(deps, commentingSchema, {
    initial: (_req, res) => beginning(openFor(res, "commenting")),
    show: (_req, res, state) => showStep(deps, res, "commenting", state),
    save: async (req, res, entry) => {
      await askForComments(deps, authorOf(req, res), outputOf(res), entry);
      backToOutput(res);
    },
  });
}

function approvalForm(deps: Deps): Doors {
  return form(deps, approvalSchema, {
    initial: (_req, res) => ({
      ...beginning(openFor(res, "approval")),
      approvedOn: res.locals.today,
    }),
    show: (_req, res, state) => showStep(deps, res, "approval", state),
    save: async (req, res, entry) => {
      await approveOutput(deps, authorOf(req, res), outputOf(res), entry);
      backToOutput(res);
    },
  });
}

function publicationForm(deps: Deps): Doors {
  return form(deps, publicationSchema, {
    initial: (_req, res) => ({
      ...beginning(openFor(res, "publication")),
      publishedOn: res.locals.today,
    }),
    show: (_req, res, state) => showStep(deps, res, "publication", state),
    save: async (req, res, entry) => {
      await publishOutput(deps, authorOf(req, res), outputOf(res), entry);
      backToOutput(res);
    },
  });
}

function countingForm(deps: Deps): Doors {
  return form(deps, countingSchema, {
    initial: (_req, res) => {
      const output = openFor(res, "counting");
      const { publishedOn, approvedOn, publicationUrl } = output;
      return {
        ...beginning(output),
        doneOn: publishedOn ?? approvedOn ?? res.locals.today,
        proof: publicationUrl ?? "",
      };
    },
    show: (_req, res, state) => showStep(deps, res, "counting", state),
    save: async (req, res, entry) => {
      await countOutput(deps, authorOf(req, res), outputOf(res), entry);
      backToOutput(res);
    },
  });
}

function returnForm(deps: Deps): Doors {
  return form(deps, returnSchema, {
    initial: (_req, res) => beginning(openFor(res, "return")),
    show: (_req, res, state) => showStep(deps, res, "return", state),
    save: async (req, res, entry) => {
      await returnOutput(deps, authorOf(req, res), outputOf(res), entry);
      backToOutput(res);
    },
  });
}

/** The output, when the step may be taken; whoever comes late is told why not. */
function openFor(res: Response, step: OutputStep): Output {
  const output = outputOf(res);
  if (output.cancelledOn !== null) throw new Conflict("milestoneClosed");
  if (!stepsFrom(output).includes(step)) throw new Conflict("outputStep");
  return output;
}

function beginning({ version, documentId }: Output) {
  return { version: String(version), documentId: String(documentId ?? "") };
}

async function showStep(
  deps: Deps,
  res: Response,
  step: OutputStep,
  state: FormState,
): Promise<void> {
  const output = outputOf(res);
  const { projectId, id, title: name } = output;
  const choices = await loadChoices(deps, output, { step, today: res.locals.today });
  const model = presentStep(step, output, choices, state, res.locals);
  const { title } = model.pageHeader;
  const breadcrumbs = projectCrumbs(
    res,
    { label: res.locals.texts.outputs.title, href: paths.outputs(projectId) },
    { label: name, href: paths.output(projectId, id) },
    { label: title },
  );
  res.locals.page("partials/form-page", model, { title, breadcrumbs });
}

/** Only what the step asks for. */
async function loadChoices(
  { db }: Pick<Deps, "db">,
  output: Output,
  { step, today }: { step: OutputStep; today: string },
): Promise<StepChoices> {
  const { projectId } = output;
  const needsWording = step === "commenting" || step === "approval";
  const [documents, bodies, meetings, indicators] = await Promise.all([
    needsWording ? listOutputDocuments(db, output) : [],
    step === "approval" ? listBodyNames(db, projectId) : [],
    step === "approval" ? listApprovingMeetings(db, { projectId, until: today }) : [],
    step === "counting" ? listDeclaredIndicators(db, projectId) : [],
  ]);
  return { documents, bodies, meetings, indicators };
}

function backToOutput(res: Response): void {
  const { projectId, id } = outputOf(res);
  res.locals.say("saved");
  res.redirect(303, paths.output(projectId, id));
}
