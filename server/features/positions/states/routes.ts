import type { Request, Response, Router } from "express";
import { listPositionStatesInForce } from "../../../../db/queries/position-states.ts";
import { allow } from "../../../access/allow.ts";
import type { Deps } from "../../../deps.ts";
import { NotFound } from "../../../errors.ts";
import { paths } from "../../../paths.ts";
import { authorOf, form } from "../../../web/form.ts";
import { idParam } from "../../../web/id-param.ts";
import { positionOf } from "../load-position.ts";
import { backToPosition, showFormPage } from "../pages.ts";
import { nextStates } from "../rules.ts";
import { stateCorrectionSchema, stateSchema } from "../schema.ts";
import { presentStateCorrection, presentStateForm } from "./presenter.ts";
import { correctPositionState, recordPositionState } from "./service.ts";

export function addStateRoutes(router: Router, deps: Deps): void {
  const door = allow("position:edit");
  const at = [":projectId", ":positionId"] as const;
  const recorded = form(deps, stateSchema, {
    initial: (_req, res) => {
      const { version, state } = positionOf(res);
      const [first] = nextStates(state);
      return { version: String(version), state: first ?? "", validOn: res.locals.today };
    },
    show: (_req, res, state) =>
      showFormPage(res, presentStateForm(positionOf(res), state, res.locals)),
    save: async (req, res, entry) => {
      const position = positionOf(res);
      await recordPositionState(deps, authorOf(req, res), position, entry);
      backToPosition(res, position);
    },
  });
  const corrected = correctionForm(deps);
  const one = [...at, ":positionStateId"] as const;
  router.get(paths.newPositionState(...at), door, recorded.show);
  router.post(paths.positionStates(...at), door, recorded.submit);
  router.get(paths.newPositionStateCorrection(...one), door, corrected.show);
  router.post(paths.positionStateCorrection(...one), door, corrected.submit);
}

function correctionForm(deps: Deps) {
  return form(deps, stateCorrectionSchema, {
    initial: async (req, res) => {
      const fact = await factOf(deps, req, res);
      return {
        version: String(positionOf(res).version),
        state: fact.state,
        validOn: fact.validOn,
        proof: fact.proof ?? "",
        proofUrl: fact.proofUrl ?? "",
      };
    },
    show: async (req, res, state) => {
      const { id } = await factOf(deps, req, res);
      showFormPage(res, presentStateCorrection(positionOf(res), id, state, res.locals));
    },
    save: async (req, res, entry) => {
      const position = positionOf(res);
      const { id: stateId } = await factOf(deps, req, res);
      const key = { projectId: position.projectId, id: position.id, stateId };
      await correctPositionState(deps, authorOf(req, res), key, entry);
      backToPosition(res, position);
    },
  });
}

/** The state of the address, as long as nobody has corrected it. */
async function factOf({ db }: Pick<Deps, "db">, req: Request, res: Response) {
  const id = idParam(String(req.params.positionStateId));
  const facts = await listPositionStatesInForce(db, positionOf(res).id);
  const fact = facts.find((one) => one.id === id);
  if (!fact) throw new NotFound("state");
  return fact;
}
