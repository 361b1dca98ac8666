import type { Request, Response, Router } from "express";
import { findListedRecord } from "../../../../db/queries/document-objects.ts";
import { findRequirement } from "../../../../db/queries/document-requirements.ts";
import { allow, can } from "../../../access/allow.ts";
import { projectOf, viewerOf } from "../../../access/project-of.ts";
import type { Deps } from "../../../deps.ts";
import { InvalidInput, NotFound } from "../../../errors.ts";
import { paths } from "../../../paths.ts";
import { type Crumb, projectCrumbs } from "../../../web/breadcrumbs.ts";
import { authorOf, type FormState, type FormValues, form } from "../../../web/form.ts";
import type { presentFormPage } from "../../../web/form-page.ts";
import { idParam } from "../../../web/id-param.ts";
import { openDocumentOf } from "../load-document.ts";
import { documentRights } from "../presenter.ts";
import { canOpen, isAlwaysPersonal } from "../rules.ts";
import { documentSchema, documentVersionSchema, newDocumentSchema } from "../schema.ts";
import { addDocument, editDocument, replaceDocument } from "../service.ts";
import type { Upload } from "../storing/service.ts";
import { objectLabel } from "../words.ts";
import {
  documentFormValues,
  presentDocumentForm,
  presentNewDocument,
  presentNewVersion,
} from "./presenter.ts";

export function addFormRoutes(router: Router, deps: Deps): void {
  const edits = allow("document:edit");
  const adding = addingForm(deps);
  router.get(paths.newDocument(":projectId"), edits, adding.show);
  router.post(paths.documents(":projectId"), edits, adding.submit);
  const editing = editingForm(deps);
  router.get(paths.editDocument(":projectId", ":documentId"), edits, editing.show);
  router.post(paths.document(":projectId", ":documentId"), edits, editing.submit);
  const replacing = replacingForm(deps);
  router.get(paths.newDocumentVersion(":projectId", ":documentId"), edits, replacing.show);
  router.post(paths.documentVersions(":projectId", ":documentId"), edits, replacing.submit);
}

function addingForm(deps: Deps) {
  return form(deps, newDocumentSchema, {
    initial: async (req, res) => ({
      ...present("objectType", req.query.objectType),
      ...present("objectId", req.query.objectId),
      category: "other",
      ...(await requiredValues(deps, req, res)),
    }),
    show: async (_req, res, sent) => {
      const { id: projectId } = projectOf(res);
      // Whatever is not said to hang on a record hangs on the project.
      const onProject = { objectType: "project", objectId: String(projectId) };
      const state = { ...sent, values: { ...onProject, ...sent.values } };
      const record = await recordOf(deps, res, state);
      const mostBytes = deps.config.documentBytes;
      showForm(res, presentNewDocument(state, { projectId, mostBytes, record }, res.locals));
    },
    save: async (req, res, entry) => {
      const { id: projectId } = projectOf(res);
      refuseUnreadable(res, entry.objectType);
      const viewerId = viewerOf(res).id;
      const upload = uploadOf(deps, req, res);
      const id = await addDocument(deps, authorOf(req, res), {
        projectId,
        viewerId,
        entry,
        upload,
      });
      res.locals.say("saved");
      const isPersonal = entry.isPersonal || isAlwaysPersonal(entry.objectType);
      if (entry.requirementId !== null)
        return res.redirect(303, paths.requiredDocuments(projectId));
      // Who may not open what they have handed in goes back to the list.
      const isOpen = canOpen({ ...entry, isPersonal }, documentRights(res));
      res.redirect(303, isOpen ? paths.document(projectId, id) : paths.documents(projectId));
    },
  });
}

/** What is known of a paper before it comes, where it is asked for as a required one. */
async function requiredValues({ db }: Deps, req: Request, res: Response): Promise<FormValues> {
  if (req.query.requirementId === undefined) return {};
  const requirement = await findRequirement(db, idParam(String(req.query.requirementId)));
  if (!requirement) throw new NotFound("requirement");
  const { id, nameCs, nameEn, category, isSignedOriginal } = requirement;
  const title = res.locals.language === "cs" ? nameCs : nameEn;
  return {
    ...{ requirementId: String(id), title, category, isSignedOriginal: String(isSignedOriginal) },
  };
}

function editingForm(deps: Deps) {
  return form(deps, documentSchema, {
    initial: (_req, res) => documentFormValues(openDocumentOf(res)),
    show: (_req, res, state) => {
      const { id } = openDocumentOf(res);
      const of = { projectId: projectOf(res).id, id };
      showForm(res, presentDocumentForm(state, of, res.locals), documentCrumb(res));
    },
    save: async (req, res, entry) => {
      const { id } = openDocumentOf(res);
      const key = { projectId: projectOf(res).id, id, viewerId: viewerOf(res).id };
      const formOf = documentFormValues as (stored: ReturnType<typeof openDocumentOf>) => Values;
      await editDocument(deps, authorOf(req, res), { key, entry, formOf });
      res.locals.say("saved");
      res.redirect(303, paths.document(key.projectId, id));
    },
  });
}

type Values = Record<string, string | string[]>;

function replacingForm(deps: Deps) {
  return form(deps, documentVersionSchema, {
    show: (_req, res, state) => {
      const document = openDocumentOf(res);
      const of = { projectId: projectOf(res).id, mostBytes: deps.config.documentBytes, document };
      showForm(res, presentNewVersion(state, of, res.locals), documentCrumb(res));
    },
    save: async (req, res, { note }) => {
      const { id } = openDocumentOf(res);
      const key = { projectId: projectOf(res).id, id, viewerId: viewerOf(res).id };
      const upload = uploadOf(deps, req, res);
      await replaceDocument(deps, authorOf(req, res), { key, note, upload });
      res.locals.say("saved");
      res.redirect(303, paths.document(key.projectId, id));
    },
  });
}

function uploadOf({ config }: Deps, req: Request, res: Response): Upload {
  if (res.locals.isUploadTooLarge)
    throw new InvalidInput({ file: `fileTooLarge:${config.documentBytes / 1_000_000}` });
  if (!req.file) throw new InvalidInput({ file: "chooseFile" });
  return { path: req.file.path, originalName: req.file.originalname };
}

/** What the new document is to hang on, in words; a record that is not there leads nowhere. */
async function recordOf({ db }: Deps, res: Response, state: FormState): Promise<string> {
  const objectType = textOf(state.values.objectType);
  const objectId = Number(textOf(state.values.objectId));
  refuseUnreadable(res, objectType);
  const key = { projectId: projectOf(res).id, objectType, objectId };
  const record = await findListedRecord(db, key, viewerOf(res).id);
  if (!record) throw new NotFound("record");
  return objectLabel({ objectType, objectLabel: record.label }, res.locals.texts);
}

/** People of a project are known only to those who may read personal data. */
function refuseUnreadable(res: Response, objectType: string): void {
  if (isAlwaysPersonal(objectType) && !can(res, "personal-data:read")) throw new NotFound("record");
}

function showForm(res: Response, model: ReturnType<typeof presentFormPage>, ...crumbs: Crumb[]) {
  const { title } = model.pageHeader;
  const list = { label: res.locals.texts.documents.title, href: listAddress(res) };
  const breadcrumbs = projectCrumbs(res, list, ...crumbs, { label: title });
  res.locals.page("partials/form-page", model, { title, breadcrumbs });
}

function documentCrumb(res: Response): Crumb {
  const { id, title } = openDocumentOf(res);
  return { label: shortened(title), href: paths.document(projectOf(res).id, id) };
}

const SHORT = 24;

function shortened(title: string): string {
  return title.length > SHORT ? `${title.slice(0, SHORT).trimEnd()}…` : title;
}

function listAddress(res: Response): string {
  return paths.documents(projectOf(res).id);
}

function present(name: string, value: unknown): Record<string, string> {
  return typeof value === "string" ? { [name]: value } : {};
}

function textOf(value: unknown): string {
  return typeof value === "string" ? value : "";
}
