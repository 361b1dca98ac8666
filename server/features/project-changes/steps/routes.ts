import type { Response, Router } from "express";
import type { ChangeWithBudget } from "../../../../db/queries/project-changes.ts";
import { allow } from "../../../access/allow.ts";
import { projectOf } from "../../../access/project-of.ts";
import type { Deps } from "../../../deps.ts";
import { Conflict } from "../../../errors.ts";
import { paths } from "../../../paths.ts";
import { authorOf, form } from "../../../web/form.ts";
import { replanTicks } from "../../duties/replanning/words.ts";
import {
  approveChange,
  correctApproval,
  movedMeanwhile,
  previewReplanOf,
} from "../approvals/service.ts";
import { listItemsNow } from "../items/service.ts";
import { changeOf } from "../load-change.ts";
import { backToChange, showFormPage } from "../pages.ts";
import { type ChangeStep, stepsFrom } from "../rules.ts";
import {
  presentAnnouncement,
  presentApproval,
  presentCorrection,
  presentRejection,
  presentReopening,
} from "./presenter.ts";
import {
  announcementSchema,
  approvalSchema,
  correctionSchema,
  rejectionSchema,
  reopeningSchema,
} from "./schema.ts";
import { announceChange, rejectChange, reopenChange } from "./service.ts";

export function addStepRoutes(router: Router, deps: Deps): void {
  const steps = [
    ["announcement", "change:edit", announcementForm(deps)],
    ["approval", "change:approve", approvalForm(deps)],
    ["rejection", "change:approve", rejectionForm(deps)],
    ["reopening", "change:edit", reopeningForm(deps)],
    ["correction", "change:approve", correctionForm(deps)],
  ] as const;
  for (const [step, permission, { show, submit }] of steps) {
    const address = paths.changeSteps[step];
    router.get(address.show(":projectId", ":changeId"), allow(permission), show);
    router.post(address.take(":projectId", ":changeId"), allow(permission), submit);
  }
}

/** The change, when the step may be taken; whoever comes late is told why not. */
function openFor(res: Response, step: ChangeStep): ChangeWithBudget {
  const change = changeOf(res);
  if (!stepsFrom(change).includes(step)) throw new Conflict("changeStep");
  return change;
}

function announcementForm(deps: Deps) {
  return form(deps, announcementSchema, {
    initial: (_req, res) => ({
      version: String(openFor(res, "announcement").version),
      announcedOn: res.locals.today,
    }),
    show: (_req, res, state) =>
      showFormPage(res, presentAnnouncement(changeOf(res), state, res.locals)),
    save: async (req, res, entry) => {
      await announceChange(deps, authorOf(req, res), changeOf(res), entry);
      backToChange(res, changeOf(res));
    },
  });
}

function approvalForm(deps: Deps) {
  return form(deps, approvalSchema, {
    initial: async (_req, res) => {
      const { version, effectiveOn } = openFor(res, "approval");
      const { today } = res.locals;
      const { replan } = await seenAtApproval(deps, res);
      const days = { effectiveOn: effectiveOn ?? today, decidedOn: today };
      return { version: String(version), ...days, ...(replan ? replanTicks(replan, today) : {}) };
    },
    show: async (_req, res, state) => {
      const seen = await seenAtApproval(deps, res);
      showFormPage(res, presentApproval(changeOf(res), seen, state, res.locals));
    },
    save: async (req, res, { fitsPeriods, seenReplan, duties, moveIds, cancelIds, ...entry }) => {
      const replan = { fitsPeriods, seen: seenReplan, duties, moveIds, cancelIds };
      await approveChange(deps, authorOf(req, res), changeOf(res), { ...entry, replan });
      backToChange(res, changeOf(res));
    },
  });
}

/** What whoever approves has to see: values that moved since, and what follows from the project's other days. */
async function seenAtApproval({ db }: Pick<Deps, "db">, res: Response) {
  const change = changeOf(res);
  const key = { projectId: change.projectId, changeId: change.id };
  const items = await listItemsNow(db, key);
  const { today } = res.locals;
  return {
    moved: await movedMeanwhile(db, change, items),
    replan: await previewReplanOf(db, projectOf(res), { items, today }),
  };
}

function rejectionForm(deps: Deps) {
  return form(deps, rejectionSchema, {
    initial: (_req, res) => ({
      version: String(openFor(res, "rejection").version),
      decidedOn: res.locals.today,
    }),
    show: (_req, res, state) =>
      showFormPage(res, presentRejection(changeOf(res), state, res.locals)),
    save: async (req, res, entry) => {
      await rejectChange(deps, authorOf(req, res), changeOf(res), entry);
      backToChange(res, changeOf(res));
    },
  });
}

function reopeningForm(deps: Deps) {
  return form(deps, reopeningSchema, {
    initial: (_req, res) => ({ version: String(openFor(res, "reopening").version) }),
    show: (_req, res, state) =>
      showFormPage(res, presentReopening(changeOf(res), state, res.locals)),
    save: async (req, res, entry) => {
      await reopenChange(deps, authorOf(req, res), changeOf(res), entry);
      backToChange(res, changeOf(res));
    },
  });
}

function correctionForm(deps: Deps) {
  return form(deps, correctionSchema, {
    initial: (_req, res) => {
      const { version, effectiveOn } = openFor(res, "correction");
      return { version: String(version), how: "day", effectiveOn: effectiveOn ?? "" };
    },
    show: (_req, res, state) =>
      showFormPage(res, presentCorrection(changeOf(res), state, res.locals)),
    save: async (req, res, entry) => {
      await correctApproval(deps, authorOf(req, res), changeOf(res), entry);
      backToChange(res, changeOf(res));
    },
  });
}
