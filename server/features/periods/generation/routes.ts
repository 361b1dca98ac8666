import type { Response, Router } from "express";
import { listPeriods } from "../../../../db/queries/periods.ts";
import { allow } from "../../../access/allow.ts";
import { projectOf } from "../../../access/project-of.ts";
import type { Deps } from "../../../deps.ts";
import { paths } from "../../../paths.ts";
import { authorOf, type FormState, form } from "../../../web/form.ts";
import { stateOfPreview } from "../../../web/form-page.ts";
import { backToPeriods, showPeriodPage } from "../pages.ts";
import { spanLeft } from "../rules.ts";
import { generatePeriods } from "../service.ts";
import { dutiesProposed, presentGenerationForm, presentProposal } from "./presenter.ts";
import { generationSchema } from "./schema.ts";
import { loadProposal, usualLength } from "./service.ts";

/** First sent, the form shows a proposal; sent from there, it saves. */
export function addGenerationRoutes(router: Router, deps: Deps): void {
  const generation = form(deps, generationSchema, {
    initial: async (_req, res) => {
      const months = await usualLength(deps.db, projectOf(res));
      return { months: String(months ?? "") };
    },
    show: async (_req, res, state) => {
      const months = Number(state.values.months);
      // What is wrong with the proposal is shown at the proposal, where it was typed.
      const isProposal = state.values.isConfirmed === "true" && !state.errors.months;
      if (isProposal) await showProposal(deps, res, months, state);
      else await showLength(deps, res, state);
    },
    save: async (req, res, entry) => {
      if (entry.isConfirmed) {
        await generatePeriods(deps, authorOf(req, res), projectOf(res).id, entry);
        return backToPeriods(res);
      }
      const { months } = entry;
      const { today } = res.locals;
      const proposal = await loadProposal(deps.db, projectOf(res), { months, today });
      const duties = dutiesProposed(proposal, today);
      const state = stateOfPreview(req, { months: entry.months, duties });
      const model = presentProposal(projectOf(res), proposal, state, res.locals);
      showPeriodPage(res, "periods/proposal", model);
    },
  });
  const door = allow("period:edit");
  router.get(paths.newPeriodGeneration(":projectId"), door, generation.show);
  router.post(paths.periodGeneration(":projectId"), door, generation.submit);
}

async function showLength(
  { db }: Pick<Deps, "db">,
  res: Response,
  state: FormState,
): Promise<void> {
  const project = projectOf(res);
  const left = spanLeft(project, await listPeriods(db, project.id));
  const model = presentGenerationForm(project.id, left, state, res.locals);
  showPeriodPage(res, "partials/form-page", model);
}

async function showProposal(
  { db }: Pick<Deps, "db">,
  res: Response,
  months: number,
  state: FormState,
): Promise<void> {
  const { today } = res.locals;
  const proposal = await loadProposal(db, projectOf(res), { months, today });
  const model = presentProposal(projectOf(res), proposal, state, res.locals);
  showPeriodPage(res, "periods/proposal", model);
}
