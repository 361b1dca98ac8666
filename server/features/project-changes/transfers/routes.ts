import type { Request, Response, Router } from "express";
import { allow } from "../../../access/allow.ts";
import { projectOf } from "../../../access/project-of.ts";
import type { Deps } from "../../../deps.ts";
import { paths } from "../../../paths.ts";
import { authorOf, type FormValues, form } from "../../../web/form.ts";
import { stateOfPreview } from "../../../web/form-page.ts";
import { showFormPage } from "../pages.ts";
import { presentTransfers } from "./presenter.ts";
import { type OfferedTransfer, presentTransferPreview } from "./preview-presenter.ts";
import { isSameSide, nearestTransfers } from "./rules.ts";
import { type TransferRow, transfersSchema } from "./schema.ts";
import {
  applyTransfers,
  type DraftForTransfers,
  impossibleTransfer,
  loadDraftForTransfers,
  refusedTransfer,
} from "./service.ts";

/** First sent, the form shows how the transfers can come out; sent from there, it saves. */
export function addTransferRoutes(router: Router, deps: Deps): void {
  const transfers = form(deps, transfersSchema, {
    initial: (req) => chosenLines(req),
    show: async (_req, res, state) => {
      const draft = await loadDraftForTransfers(deps.db, projectOf(res));
      const offered = state.values.isConfirmed === "true" ? offersAnew(draft, state.values) : [];
      const model =
        offered.length > 0
          ? presentTransferPreview(draft, offered, state, res.locals)
          : presentTransfers(draft, state, res.locals);
      showFormPage(res, model);
    },
    save: async (req, res, { isConfirmed, rows }) => {
      if (!isConfirmed) return showPreview(deps, req, res, rows);
      const { id } = projectOf(res);
      const chosen = rows.flatMap(({ choice, ...row }) => (choice ? [{ ...row, ...choice }] : []));
      const { changeId } = await applyTransfers(deps, authorOf(req, res), id, chosen);
      res.locals.say("saved");
      res.redirect(303, paths.change(id, changeId));
    },
  });
  const may = allow("budget:edit");
  router.get(paths.budgetTransfers(":projectId"), may, transfers.show);
  router.post(paths.budgetTransfers(":projectId"), may, transfers.submit);
}

async function showPreview(
  { db }: Pick<Deps, "db">,
  req: Request,
  res: Response,
  rows: readonly TransferRow[],
): Promise<void> {
  const draft = await loadDraftForTransfers(db, projectOf(res));
  const offered = offers(draft, rows);
  const refused = offered.find(({ options }) => options.length === 0);
  if (refused) {
    const { number, wantedHalere, from } = refused;
    throw wantedHalere > from.amountHalere
      ? refusedTransfer(number, "tooMuch")
      : impossibleTransfer(number);
  }
  const entry = Object.fromEntries(
    offered.flatMap(({ number, from, to, wantedHalere }) => [
      [`transfer${number}From`, from.lineId],
      [`transfer${number}To`, to.lineId],
      [`transfer${number}Amount`, res.locals.formats.inputMoney(wantedHalere)],
    ]),
  );
  const state = stateOfPreview(req, entry);
  showFormPage(res, presentTransferPreview(draft, offered, state, res.locals));
}

/** When what was confirmed no longer holds: the same rows as they can come out by now, none if they cannot. */
function offersAnew(draft: DraftForTransfers, values: FormValues): OfferedTransfer[] {
  const entry = transfersSchema.safeParse({ ...values, isConfirmed: "" });
  const isThere = (id: number) => draft.lines.some(({ lineId }) => lineId === id);
  if (!entry.success || !entry.data.rows.every((row) => isThere(row.fromId) && isThere(row.toId)))
    return [];
  const offered = offers(draft, entry.data.rows);
  return offered.every(({ options }) => options.length > 0) ? offered : [];
}

/** @throws InvalidInput at a row whose lines cannot take part in a transfer */
function offers(draft: DraftForTransfers, rows: readonly TransferRow[]): OfferedTransfer[] {
  return rows.map(({ number, fromId, toId, wantedHalere }) => {
    const from = draft.lines.find(({ lineId }) => lineId === fromId);
    const to = draft.lines.find(({ lineId }) => lineId === toId);
    if (!from || !to) throw refusedTransfer(number, "unknownLine");
    if (from === to) throw refusedTransfer(number, "sameLine");
    if (!isSameSide(from, to)) throw refusedTransfer(number, "acrossRoots");
    return { number, from, to, wantedHalere, options: nearestTransfers(from, to, wantedHalere) };
  });
}

/** A line that the calculator was opened from. */
function chosenLines({ query }: Request): FormValues {
  return typeof query.from === "string" ? { transfer1From: query.from } : {};
}
