import type { RequestParamHandler, Response } from "express";
import { findImport, type Import } from "../../../db/queries/imports.ts";
import type { Deps } from "../../deps.ts";
import { NotFound } from "../../errors.ts";
import { idParam } from "../../web/id-param.ts";

declare global {
  namespace Express {
    interface Locals {
      import?: Import;
    }
  }
}

/** Finds the import inside the project of the address. */
export function loadImport({ db }: Pick<Deps, "db">): RequestParamHandler {
  return async (_req, res, next, text) => {
    const projectId = res.locals.project?.id;
    if (projectId === undefined) throw new NotFound("project");
    const found = await findImport(db, { projectId, id: idParam(text) });
    if (!found) throw new NotFound("import");
    res.locals.import = found;
    next();
  };
}

export function importOf(res: Response): Import {
  const { import: found } = res.locals;
  if (!found) throw new NotFound("import");
  return found;
}
