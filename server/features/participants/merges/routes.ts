import { randomUUID } from "node:crypto";
import type { Request, Response, Router } from "express";
import {
  findMerge,
  listMerges,
  type StoredMerge,
} from "../../../../db/queries/participant-merges.ts";
import { listParticipantsById, type Participant } from "../../../../db/queries/participants.ts";
import { allow } from "../../../access/allow.ts";
import { viewerOf, viewersReach } from "../../../access/project-of.ts";
import type { Deps } from "../../../deps.ts";
import { Conflict, NotFound } from "../../../errors.ts";
import { paths } from "../../../paths.ts";
import { authorOf, parse } from "../../../web/form.ts";
import { idParam } from "../../../web/id-param.ts";
import { noteShown } from "../../../web/personal-data.ts";
import { findDuplicates, heldForIn, personScope, readableProjects } from "../registry/service.ts";
import { presentDuplicates, presentMergePreview, presentMerges } from "./presenter.ts";
import { mergeSchema } from "./schema.ts";
import { loadMergePlan, mergeParticipants, type Pair, undoMerge } from "./service.ts";

export function addMergeRoutes(router: Router, deps: Deps): void {
  const { db } = deps;
  router.get(paths.participantDuplicates(), allow("registry:use"), async (req, res) => {
    const projects = await readableProjects(db, viewersReach(res));
    const groups = await findDuplicates(db, projects);
    const personCount = groups.reduce((sum, { persons }) => sum + persons.length, 0);
    if (personCount > 0) await noteShown(deps, req, res, { action: "view", personCount });
    showPage(res, "duplicates", presentDuplicates(groups, res.locals));
  });
  router.get(paths.participantMerges(), allow("registry:use"), async (req, res) =>
    showMerges(deps, req, res),
  );
  router.get(paths.newParticipantMerge(), allow("registry:use"), async (req, res) =>
    showPreview(deps, req, res),
  );
  router.post(paths.participantMerges(), allow("registry:use"), async (req, res) => {
    const pair = await pairOf(deps, res, req.body);
    await mergeParticipants(deps, authorOf(req, res), pair);
    res.locals.say("saved");
    res.redirect(303, paths.participantMerges());
  });
  const reversal = paths.participantMergeReversal(":mergeId");
  router.post(reversal, allow("registry:use"), async (req, res) => {
    const projects = await readableProjects(db, viewersReach(res));
    const merge = await findMerge(db, idParam(req.params.mergeId));
    if (!merge) throw new NotFound("merge");
    const { hasHidden, readable } = await personScope(db, projects, merge.keptId);
    if (hasHidden) throw new Conflict("mergeNeedsAllProjects");
    res.locals.onBehalfOfId = heldForIn(readable, viewerOf(res).id);
    await undoMerge(deps, authorOf(req, res), merge.id);
    res.locals.say("saved");
    res.redirect(303, paths.participantMerges());
  });
}

async function showPreview(deps: Deps, req: Request, res: Response): Promise<void> {
  const { db } = deps;
  const pair = await pairOf(deps, res, req.query);
  const plan = await loadMergePlan(db, pair);
  const projects = await readableProjects(db, viewersReach(res));
  const names = new Map(projects.map(({ id, shortName }) => [id, shortName]));
  await noteShown(deps, req, res, { action: "view", personCount: 2 });
  showPage(res, "merge-preview", presentMergePreview(plan, names, randomUUID(), res.locals));
}

/** Two persons whom the viewer knows from all their projects: a merge changes their records everywhere. */
async function pairOf({ db }: Pick<Deps, "db">, res: Response, given: unknown): Promise<Pair> {
  const projects = await readableProjects(db, viewersReach(res));
  const { kept, merged } = parse(mergeSchema, given ?? {});
  const scopes = await Promise.all([kept, merged].map((id) => personScope(db, projects, id)));
  if (scopes.some(({ hasHidden }) => hasHidden)) throw new Conflict("mergeNeedsAllProjects");
  const readable = scopes.flatMap((scope) => scope.readable);
  res.locals.onBehalfOfId = heldForIn(readable, viewerOf(res).id);
  return { keptId: kept, mergedId: merged };
}

/** Merges whose person the viewer knows from a project. */
async function showMerges(deps: Deps, req: Request, res: Response): Promise<void> {
  const { db } = deps;
  const projects = await readableProjects(db, viewersReach(res));
  const merges = await listMerges(db, { readableIn: projects.map(({ id }) => id) });
  const ids = merges.flatMap(({ keptId, mergedId }) => [keptId, mergedId]);
  const persons = new Map((await listParticipantsById(db, ids)).map((one) => [one.id, one]));
  if (merges.length > 0)
    await noteShown(deps, req, res, { action: "view", personCount: persons.size });
  const rows = merges.map((merge) => ({
    merge,
    kept: persons.get(merge.keptId) as Participant,
    merged: persons.get(merge.mergedId) as Participant,
    isLast: !merges.some((other) => other.id > merge.id && touches(other, merge)),
  }));
  showPage(res, "merges", presentMerges(rows, res.locals));
}

function touches(one: StoredMerge, other: StoredMerge): boolean {
  const ids = [other.keptId, other.mergedId];
  return ids.includes(one.keptId) || ids.includes(one.mergedId);
}

function showPage(res: Response, view: string, model: { pageHeader: { title: string } }): void {
  const { title } = model.pageHeader;
  const registry = { label: res.locals.texts.participants.registry.title };
  const breadcrumbs = [{ ...registry, href: paths.participantRegistry() }, { label: title }];
  res.locals.page(`participants/${view}`, model, { title, breadcrumbs });
}
