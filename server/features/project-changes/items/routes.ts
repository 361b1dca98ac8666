import type { Request, Response, Router } from "express";
import {
  listChangeItems,
  listSubjectRecords,
  type SubjectRecord,
} from "../../../../db/queries/project-change-items.ts";
import { allow } from "../../../access/allow.ts";
import type { Deps } from "../../../deps.ts";
import { Conflict, NotFound } from "../../../errors.ts";
import { paths } from "../../../paths.ts";
import { projectCrumbs } from "../../../web/breadcrumbs.ts";
import { authorOf, form } from "../../../web/form.ts";
import { idParam } from "../../../web/id-param.ts";
import { changeOf } from "../load-change.ts";
import { backToChange, changeCrumbs, showFormPage } from "../pages.ts";
import { presentChoice, presentRecordForm, recordValues } from "./presenter.ts";
import { isSubject } from "./rules.ts";
import { itemSchema } from "./schema.ts";
import { findSubject, setItems } from "./service.ts";

declare global {
  namespace Express {
    interface Locals {
      changedRecord?: SubjectRecord;
    }
  }
}

/** What a draft sets: a record is chosen first, then its fields are written as they are to be. */
export function addItemRoutes(router: Router, deps: Deps): void {
  const may = allow("change:edit");
  const ids = [":projectId", ":changeId"] as const;
  router.get(paths.newChangeItem(...ids), may, async (_req, res) => showChoice(deps, res));
  const record = [...ids, ":subject", ":objectId"] as const;
  const found = async (req: Request, res: Response, next: () => void) => {
    res.locals.changedRecord = await recordOf(deps, req, res);
    next();
  };
  const fields = recordForm(deps);
  router.get(paths.editChangeItem(...record), may, found, fields.show);
  router.post(paths.changeItem(...record), may, found, fields.submit);
}

async function showChoice({ db }: Pick<Deps, "db">, res: Response): Promise<void> {
  const change = draftOf(res);
  const [records, items] = await Promise.all([
    listSubjectRecords(db, { projectId: change.projectId }),
    listChangeItems(db, change.id),
  ]);
  const model = presentChoice(change, { records, items }, res.locals);
  const { title } = model.pageHeader;
  const breadcrumbs = projectCrumbs(res, ...changeCrumbs(res), { label: title });
  res.locals.page("project-changes/choice", model, { title, breadcrumbs });
}

function recordForm(deps: Deps) {
  return form(deps, (res: Response) => itemSchema(chosen(res)), {
    initial: async (_req, res) => {
      const items = await listChangeItems(deps.db, draftOf(res).id);
      return recordValues(chosen(res), items, res.locals);
    },
    show: (_req, res, state) =>
      showFormPage(res, presentRecordForm(changeOf(res), chosen(res), state, res.locals)),
    save: async (req, res, entry) => {
      const { projectId, id: changeId } = changeOf(res);
      const { subject, objectId } = chosen(res);
      const key = { projectId, changeId, subject, objectId };
      await setItems(deps, authorOf(req, res), key, entry);
      backToChange(res, changeOf(res));
    },
  });
}

async function recordOf(
  { db }: Pick<Deps, "db">,
  req: Request,
  res: Response,
): Promise<SubjectRecord> {
  const { subject } = req.params;
  if (typeof subject !== "string" || !isSubject(subject)) throw new NotFound("subject");
  const { projectId } = changeOf(res);
  return findSubject(db, { projectId, subject, objectId: idParam(req.params.objectId) });
}

function chosen(res: Response): SubjectRecord {
  const { changedRecord } = res.locals;
  if (!changedRecord) throw new NotFound("record");
  return changedRecord;
}

function draftOf(res: Response) {
  const change = changeOf(res);
  if (change.state !== "draft") throw new Conflict("changeNotDraft");
  return change;
}
