import type { Request, Response, Router } from "express";
import { type CodeListItem, listCodeItems } from "../../../../db/queries/code-lists.ts";
import { EVER } from "../../../../db/queries/facts.ts";
import { findParticipant } from "../../../../db/queries/participants.ts";
import { listExits, type ParticipationExit } from "../../../../db/queries/participation-exits.ts";
import { allow } from "../../../access/allow.ts";
import type { Deps } from "../../../deps.ts";
import { NotFound } from "../../../errors.ts";
import { paths } from "../../../paths.ts";
import { authorOf, type FormState, form } from "../../../web/form.ts";
import { presentFormPage } from "../../../web/form-page.ts";
import { idParam } from "../../../web/id-param.ts";
import { participationOf } from "../load-participation.ts";
import { showParticipantForm } from "../pages.ts";
import { labelOf } from "../words.ts";
import { exitCorrectionSchema, exitSchema } from "./schema.ts";
import { correctExit, recordExit } from "./service.ts";

export function addExitRoutes(router: Router, deps: Deps): void {
  const recording = form(deps, exitSchema, {
    initial: (_req, res) => ({ validOn: res.locals.today }),
    show: (_req, res, state) => showForm(deps, res, state, null),
    save: async (req, res, entry) => {
      await recordExit(deps, authorOf(req, res), participationOf(res), entry);
      back(res);
    },
  });
  const correcting = form(deps, exitCorrectionSchema, {
    initial: async (req, res) => {
      const { validOn, codes, note } = await exitAt(deps, req, res);
      return { validOn, codes: codes.split("|").filter(Boolean), note: note ?? "" };
    },
    show: async (req, res, state) => showForm(deps, res, state, await exitAt(deps, req, res)),
    save: async (req, res, entry) => {
      const exitId = (await exitAt(deps, req, res)).id;
      await correctExit(deps, authorOf(req, res), participationOf(res), { exitId, entry });
      back(res);
    },
  });
  const door = allow("participant:edit");
  const [projectId, own, exitId] = [":projectId", ":participationId", ":exitId"];
  router.get(paths.newParticipantExit(projectId, own), door, recording.show);
  router.post(paths.participantExits(projectId, own), door, recording.submit);
  router.get(paths.newExitCorrection(projectId, own, exitId), door, correcting.show);
  router.post(paths.exitCorrection(projectId, own, exitId), door, correcting.submit);
}

/** An exit in force of the participation at hand. */
async function exitAt(
  { db }: Pick<Deps, "db">,
  req: Request,
  res: Response,
): Promise<ParticipationExit> {
  const id = idParam(req.params.exitId);
  const exit = (await listExits(db, participationOf(res).id, EVER)).find((one) => one.id === id);
  if (!exit) throw new NotFound("exit");
  return exit;
}

async function showForm(
  { db }: Pick<Deps, "db">,
  res: Response,
  state: FormState,
  corrected: ParticipationExit | null,
): Promise<void> {
  const { participantId } = participationOf(res);
  const [person, items] = await Promise.all([
    findParticipant(db, participantId),
    listCodeItems(db, { lists: ["esf-exit"], on: res.locals.today }),
  ]);
  showParticipantForm(res, presentExitForm(res, items, state, corrected), person?.code ?? "");
}

function presentExitForm(
  res: Response,
  items: CodeListItem[],
  state: FormState,
  corrected: ParticipationExit | null,
) {
  const { texts } = res.locals;
  const { exit: words } = texts.participants;
  const { projectId, id } = participationOf(res);
  const options = items.map((item) => ({ value: item.code, label: labelOf(item, res.locals) }));
  const withdrawal = { type: "checkbox", name: "isWithdrawn", label: words.isWithdrawn } as const;
  const note = { type: "text", name: "note", label: words.note, hint: words.noteHint } as const;
  return presentFormPage(
    {
      title: corrected ? words.correctionTitle : words.newTitle,
      lead: [words.lead],
      action: corrected
        ? paths.exitCorrection(projectId, id, corrected.id)
        : paths.participantExits(projectId, id),
      sections: [
        {
          rows: [
            { type: "date", name: "validOn", label: words.validOn, isRequired: true },
            { type: "checkboxes", name: "codes", label: words.codes, options },
            note,
            ...(corrected ? [withdrawal] : []),
          ],
        },
      ],
      submit: corrected ? words.saveCorrection : words.save,
      cancel: { href: paths.participant(projectId, id) },
    },
    state,
    texts,
  );
}

function back(res: Response): void {
  const { projectId, id } = participationOf(res);
  res.locals.say("saved");
  res.redirect(303, paths.participant(projectId, id));
}
