import type { Request, Response, Router } from "express";
import { listBudgetLines } from "../../../../db/queries/budget-lines.ts";
import { allow } from "../../../access/allow.ts";
import { projectOf } from "../../../access/project-of.ts";
import type { Deps } from "../../../deps.ts";
import { InvalidInput } from "../../../errors.ts";
import { paths } from "../../../paths.ts";
import { authorOf, type FormState, form } from "../../../web/form.ts";
import { stateOfPreview } from "../../../web/form-page.ts";
import { budgetCrumbs, draftOf } from "../draft.ts";
import { chosenRate, listAllowedRates } from "../rates/service.ts";
import { presentPaste } from "./presenter.ts";
import { type PastedBlock, readBlock } from "./rules.ts";
import { pasteSchema } from "./schema.ts";
import { pasteBlock } from "./service.ts";

/** A block of a spreadsheet: pasted, shown as it was understood, then saved whole or not at all. */
export function addPasteRoutes(router: Router, deps: Deps): void {
  const may = allow("budget:edit");
  const pasting = form(deps, pasteSchema, {
    show: async (_req, res, state) => showPaste(deps, res, state),
    save: async (req, res, entry) => {
      const project = projectOf(res);
      const flatRate = chosenRate(entry, await listAllowedRates(deps.db, project));
      if (!entry.isConfirmed) return showPaste(deps, res, previewState(req));
      const given = { projectId: project.id, text: entry.lines, flatRate };
      await pasteBlock(deps, authorOf(req, res), given);
      res.locals.say("saved");
      res.redirect(303, paths.editBudget(project.id));
    },
  });
  router.get(paths.newBudgetPaste(":projectId"), may, pasting.show);
  router.post(paths.budgetPastes(":projectId"), may, pasting.submit);
}

function previewState(req: Request): FormState {
  const { lines, flatRateKind, flatRate } = req.body as Record<string, unknown>;
  return stateOfPreview(req, {
    lines: String(lines ?? ""),
    flatRateKind: String(flatRateKind ?? ""),
    flatRate: String(flatRate ?? ""),
  });
}

async function showPaste(deps: Deps, res: Response, state: FormState): Promise<void> {
  const project = projectOf(res);
  const draft = await draftOf(deps.db, res);
  const rates = await listAllowedRates(deps.db, project);
  const parsed = pasteSchema.safeParse(state.values);
  let block: PastedBlock | null = null;
  if (parsed.success) {
    const existing = await listBudgetLines(deps.db, draft.id);
    block = readBlock(parsed.data.lines, existing, rateOrNone(parsed.data, rates));
  }
  if (block?.hasFaults) res.status(422);
  const model = presentPaste({ projectId: project.id, rates, block }, state, res.locals);
  const { title } = model.pageHeader;
  const breadcrumbs = budgetCrumbs(res, { label: title });
  res.locals.page("budgets/paste", model, { title, breadcrumbs });
}

/** A rate that the programme refuses is told by its field; the rows are shown without it. */
function rateOrNone(...chosen: Parameters<typeof chosenRate>) {
  try {
    return chosenRate(...chosen);
  } catch (error) {
    if (error instanceof InvalidInput) return null;
    throw error;
  }
}
