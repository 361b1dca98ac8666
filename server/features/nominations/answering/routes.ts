import type { Request, Response, Router } from "express";
import { listNominees } from "../../../../db/queries/nomination-links.ts";
import { findProjectRecord } from "../../../../db/queries/project-records.ts";
import { allowAnyone } from "../../../access/allow.ts";
import type { Deps } from "../../../deps.ts";
import { Conflict } from "../../../errors.ts";
import { paths } from "../../../paths.ts";
import { authorOf, type FormState, form } from "../../../web/form.ts";
import { noteShown } from "../../../web/personal-data.ts";
import { findAuthority } from "../../appearance/service.ts";
import { type Openness, opennessOf } from "../rules.ts";
import { answerSchema } from "../schema.ts";
import { presentAnswering, presentDeadLink } from "./presenter.ts";
import { answerNomination, openLink } from "./service.ts";

/**
 * What an organisation sees. Looking at it uses nothing up, since mail servers open links before people do;
 * the address tells it to nobody else, and no search engine keeps it.
 */
export function addAnsweringRoutes(router: Router, deps: Deps): void {
  const answering = form(deps, answerSchema, {
    show: (req, res, state) => showPage(deps, req, res, state),
    save: async (req, res, entry) => {
      closeToOthers(res);
      const token = String(req.params.token);
      try {
        await answerNomination(deps, authorOf(req, res), token, entry);
      } catch (error) {
        // It has passed its deadline while the form was being filled in.
        if (error instanceof Conflict) return showPage(deps, req, res, NOTHING_TYPED);
        throw error;
      }
      res.redirect(303, paths.nomination(token));
    },
  });
  router.get(paths.nomination(":token"), allowAnyone(), answering.show);
  router.post(paths.nomination(":token"), allowAnyone(), answering.submit);
}

const NOTHING_TYPED: FormState = { values: {}, errors: {}, submission: "", current: null };

async function showPage(
  deps: Pick<Deps, "db" | "clock">,
  req: Request,
  res: Response,
  state: FormState,
): Promise<void> {
  closeToOthers(res);
  const found = await openLink(deps.db, String(req.params.token));
  if (!found) return showDeadLink(res, "unknown");
  const { link, event } = found;
  const openness = opennessOf(link, event, res.locals.today);
  if (openness !== "open") return showDeadLink(res, openness);
  const nominees = await listNominees(deps.db, link.id);
  if (nominees.length > 0)
    await noteShown(deps, req, res, {
      action: "view",
      projectId: link.projectId,
      personCount: nominees.length,
    });
  const project = await findProjectRecord(deps.db, link.projectId);
  const authority = await findAuthority(deps);
  const organiser = project?.beneficiaryName || authority.name;
  const model = presentAnswering(
    { link, event, nominees, organiser, action: req.path },
    state,
    res.locals,
  );
  res.locals.page("nominations/answer", model, { title: model.title });
}

function closeToOthers(res: Response): void {
  res.set("Referrer-Policy", "no-referrer");
  res.set("X-Robots-Tag", "noindex, nofollow");
}

function showDeadLink(res: Response, fate: Exclude<Openness, "open"> | "unknown"): void {
  const model = presentDeadLink(fate, res.locals.texts);
  res.status(fate === "unknown" ? 404 : 410);
  res.locals.page("nominations/dead-link", model, { title: model.title });
}
