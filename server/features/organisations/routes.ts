import { type Request, Router } from "express";
import { z } from "zod";
import { findOrganisation, listOrganisations } from "../../../db/queries/organisations.ts";
import { allow } from "../../access/allow.ts";
import type { Deps } from "../../deps.ts";
import { NotFound } from "../../errors.ts";
import { paths } from "../../paths.ts";
import { foldText } from "../../values/fold.ts";
import { authorOf, form } from "../../web/form.ts";
import { idParam } from "../../web/id-param.ts";
import { pageNumber, pageOf } from "../../web/pagination.ts";
import { sendWorkbook } from "../../web/workbook.ts";
import {
  organisationFormValues,
  organisationSheet,
  presentOrganisationForm,
  presentOrganisations,
} from "./presenter.ts";
import { organisationSchema } from "./schema.ts";
import { editOrganisation } from "./service.ts";

const MOST_EXPORTED = 10_000;

export function organisationRoutes(deps: Deps): Router {
  const router = Router();
  router.get(paths.organisations(), allow("organisation:edit"), async (req, res) => {
    const search = z.string().trim().max(200).catch("").parse(req.query.q);
    const words = foldText(search).split(" ").filter(Boolean).slice(0, 8);
    const { title, file: fileName } = res.locals.texts.organisations;
    if (req.query.format === "xlsx") {
      const rows = await listOrganisations(deps.db, { words, limit: MOST_EXPORTED, offset: 0 });
      return sendWorkbook(res, { fileName, sheets: [organisationSheet(rows, res.locals)] });
    }
    const page = pageNumber(req.query.page);
    const rows = await listOrganisations(deps.db, { words, ...pageOf(page) });
    const model = presentOrganisations({ rows, search, page }, res.locals);
    res.locals.page("organisations/index", model, { title, breadcrumbs: [{ label: title }] });
  });

  const editing = editingForm(deps);
  router.get(paths.editOrganisation(":organisationId"), allow("organisation:edit"), editing.show);
  router.post(paths.organisation(":organisationId"), allow("organisation:edit"), editing.submit);
  return router;
}

function editingForm(deps: Deps) {
  return form(deps, organisationSchema, {
    initial: async (req) => organisationFormValues(await organisationOf(deps, req)),
    show: async (req, res, state) => {
      const { id } = await organisationOf(deps, req);
      const model = presentOrganisationForm(state, id, res.locals);
      const { title } = res.locals.texts.organisations;
      const breadcrumbs = [
        { label: title, href: paths.organisations() },
        { label: model.pageHeader.title },
      ];
      res.locals.page("partials/form-page", model, { title, breadcrumbs });
    },
    save: async (req, res, entry) => {
      const { id } = await organisationOf(deps, req);
      const formOf = organisationFormValues;
      await editOrganisation(deps, authorOf(req, res), { id, entry, formOf });
      res.locals.say("saved");
      res.redirect(303, paths.organisations());
    },
  });
}

async function organisationOf({ db }: Pick<Deps, "db">, req: Request) {
  const organisation = await findOrganisation(db, idParam(req.params.organisationId));
  if (!organisation) throw new NotFound("organisation");
  return organisation;
}
