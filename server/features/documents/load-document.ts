import type { RequestParamHandler, Response } from "express";
import { type DocumentLine, findDocument } from "../../../db/queries/documents.ts";
import { viewerOf } from "../../access/project-of.ts";
import type { Deps } from "../../deps.ts";
import { Forbidden, NotFound } from "../../errors.ts";
import { idParam } from "../../web/id-param.ts";
import { documentRights } from "./presenter.ts";
import { canOpen } from "./rules.ts";

declare global {
  namespace Express {
    interface Locals {
      document?: DocumentLine;
    }
  }
}

/** Finds the document inside the project of the address. */
export function loadDocument({ db }: Pick<Deps, "db">): RequestParamHandler {
  return async (_req, res, next, text) => {
    const projectId = res.locals.project?.id;
    if (projectId === undefined) throw new NotFound("project");
    const key = { projectId, id: idParam(text), viewerId: viewerOf(res).id };
    const document = await findDocument(db, key);
    if (!document) throw new NotFound("document");
    res.locals.document = document;
    next();
  };
}

/** The document at hand, for whoever may open it; others only know that it is there. */
export function openDocumentOf(res: Response): DocumentLine {
  const { document } = res.locals;
  if (!document) throw new NotFound("document");
  if (!canOpen(document, documentRights(res))) throw new Forbidden("protected document");
  return document;
}
