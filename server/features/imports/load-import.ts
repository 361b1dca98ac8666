import type { RequestHandler, RequestParamHandler, Response } from "express";
import { findImport, type Import } from "../../../db/queries/imports.ts";
import { can } from "../../access/allow.ts";
import type { Deps } from "../../deps.ts";
import { Forbidden, NotFound } from "../../errors.ts";
import { idParam } from "../../web/id-param.ts";
import { kinds } from "./kinds/all.ts";
import type { ImportName } from "./rules.ts";

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

/** Behind the guard of imports: what the table holds is for those who may write such records. */
export const mayHaveKind: RequestHandler = (_req, res, next) => {
  const { permission } = kinds[importOf(res).kind as ImportName];
  if (!can(res, permission)) throw new Forbidden(permission);
  next();
};

export function importOf(res: Response): Import {
  const { import: found } = res.locals;
  if (!found) throw new NotFound("import");
  return found;
}
