import { type Request, type Response, Router } from "express";
import { listHistory } from "../../../db/queries/audit-events.ts";
import {
  type Body,
  type BodyLine,
  listBodies,
  listBodiesWithinReach,
} from "../../../db/queries/bodies.ts";
import { findBodyMember, listBodyMembers } from "../../../db/queries/body-members.ts";
import { listMeetingsOfBody, listOpenTasksOfBody } from "../../../db/queries/meetings.ts";
import { listPossibleOwners } from "../../../db/queries/owners.ts";
import { allow, can } from "../../access/allow.ts";
import { loadProject } from "../../access/load-project.ts";
import { projectOf, viewerOf } from "../../access/project-of.ts";
import type { Deps } from "../../deps.ts";
import { NotFound, SignInRequired } from "../../errors.ts";
import { paths } from "../../paths.ts";
import { projectCrumbs } from "../../web/breadcrumbs.ts";
import { authorOf, form } from "../../web/form.ts";
import type { presentFormPage } from "../../web/form-page.ts";
import { idParam } from "../../web/id-param.ts";
import { withQuery } from "../../web/query-string.ts";
import { sendWorkbook } from "../../web/workbook.ts";
import { presentDocumentBox } from "../documents/presenter.ts";
import { documentsOf } from "../documents/service.ts";
import { bodyOf, loadBody } from "./load-body.ts";
import { addBodyMember, editBodyMember } from "./members/service.ts";
import {
  bodyValues,
  memberValues,
  presentBodies,
  presentBodyForm,
  presentEditedMember,
  presentNewMember,
} from "./presenter.ts";
import { editedBodySchema, editedMemberSchema, newBodySchema, newMemberSchema } from "./schema.ts";
import { archiveBody, createBody, editBody, restoreBody } from "./service.ts";
import { bodySheet } from "./sheet.ts";
import { presentBody } from "./show/presenter.ts";

const HISTORY_SHOWN = 30;

export function bodyRoutes(deps: Deps): Router {
  const router = Router();
  router.param("projectId", loadProject(deps));
  router.param("bodyId", loadBody(deps));
  const project = ":projectId";
  const ids = [project, ":bodyId"] as const;
  const door = allow("body:edit");
  router.get(paths.allBodies(), allow("registry:use"), (req, res) => showAll(deps, req, res));
  router.get(paths.bodies(project), allow("body:view"), (req, res) => showList(deps, req, res));
  const created = newBodyForm(deps);
  router.get(paths.newBody(project), door, created.show);
  router.post(paths.bodies(project), door, created.submit);
  router.get(paths.body(...ids), allow("body:view"), (_req, res) => showOne(deps, res));
  const edited = editedBodyForm(deps);
  router.get(paths.editBody(...ids), door, edited.show);
  router.post(paths.body(...ids), door, edited.submit);
  const joining = newMemberForm(deps);
  router.get(paths.newBodyMember(...ids), door, joining.show);
  router.post(paths.bodyMembers(...ids), door, joining.submit);
  const member = editedMemberForm(deps);
  router.get(paths.editBodyMember(...ids, ":bodyMemberId"), door, member.show);
  router.post(paths.bodyMember(...ids, ":bodyMemberId"), door, member.submit);
  router.post(paths.bodyArchive(...ids), door, async (req, res) => {
    const { projectId, id } = bodyOf(res);
    await archiveBody(deps, authorOf(req, res), { projectId, id });
    res.locals.say("archived");
    res.redirect(303, paths.bodies(projectId));
  });
  router.post(paths.bodyRestoration(...ids), door, async (req, res) => {
    await restoreBody(deps, authorOf(req, res), bodyOf(res));
    res.locals.say("restored");
    backToBody(res, bodyOf(res));
  });
  return router;
}

async function showAll({ db }: Pick<Deps, "db">, req: Request, res: Response): Promise<void> {
  const { reach, today, texts } = res.locals;
  if (!reach) throw new SignInRequired();
  const { title, allSubtitle, emptyAll } = texts.bodies;
  const lines = await listBodiesWithinReach(db, reach, today);
  const actions = {
    primary: null,
    more: workbookOf(res, lines, withQuery(paths.allBodies(), { format: "xlsx" })),
  };
  const pageHeader = { title, subtitle: allSubtitle, actions };
  const empty = { text: emptyAll, icon: "users" };
  await answerList(req, res, lines, { pageHeader, empty, showsProject: true });
}

async function showList({ db }: Pick<Deps, "db">, req: Request, res: Response): Promise<void> {
  const { id: projectId } = projectOf(res);
  const { today, texts } = res.locals;
  const { bodies } = texts;
  const isArchived = req.query.state === "archived";
  const lines = await listBodies(db, { projectId, today, isArchived });
  const action = { href: paths.newBody(projectId), label: bodies.new, icon: "plus" };
  const canEdit = can(res, "body:edit");
  const { title, subtitle } = bodies;
  const archive = {
    href: withQuery(paths.bodies(projectId), { state: "archived" }),
    label: bodies.archived,
    icon: "archive",
  };
  const everywhere = { href: paths.allBodies(), label: bodies.everywhere, icon: "folders" };
  const shown = { state: isArchived ? "archived" : null, format: "xlsx" };
  const sheet = workbookOf(res, lines, withQuery(paths.bodies(projectId), shown));
  const more = [everywhere, ...(isArchived ? [] : [archive]), ...sheet];
  const pageHeader = { title, subtitle, actions: { primary: canEdit ? action : null, more } };
  const invitation = canEdit ? { detail: bodies.emptyDetail, action } : {};
  const everything = { href: paths.bodies(projectId), label: bodies.live };
  const empty = isArchived
    ? { text: bodies.nothingArchived, icon: "archive", action: everything }
    : { text: bodies.empty, icon: "users", ...invitation };
  await answerList(req, res, lines, { pageHeader, empty, showsProject: false });
}

function workbookOf(res: Response, lines: BodyLine[], href: string) {
  if (lines.length === 0) return [];
  const { workbook: label } = res.locals.texts.bodies;
  return [{ href, label, icon: "file-spreadsheet" }];
}

async function answerList(
  req: Request,
  res: Response,
  lines: BodyLine[],
  page: { pageHeader: { title: string }; empty: object; showsProject: boolean },
): Promise<void> {
  if (req.query.format === "xlsx") {
    const { fileName } = res.locals.texts.bodies;
    return sendWorkbook(res, { fileName, sheets: [bodySheet(lines, res.locals, page)] });
  }
  const { title } = page.pageHeader;
  const model = {
    pageHeader: page.pageHeader,
    columns: res.locals.texts.bodies.columns,
    showsProject: page.showsProject,
    rows: presentBodies(lines, res.locals),
    emptyState: lines.length > 0 ? null : page.empty,
  };
  const breadcrumbs = projectCrumbs(res, { label: title });
  res.locals.page("bodies/index", model, { title, breadcrumbs });
}

async function showOne({ db }: Pick<Deps, "db">, res: Response): Promise<void> {
  const body = bodyOf(res);
  const { id: bodyId, projectId } = body;
  const viewer = viewerOf(res);
  const about = { objectType: "body" as const, objectId: bodyId };
  const [members, bodies, meetings, tasks, history, documents] = await Promise.all([
    listBodyMembers(db, bodyId),
    listBodies(db, { projectId, today: res.locals.today }),
    listMeetingsOfBody(db, bodyId),
    listOpenTasksOfBody(db, { bodyId }),
    listHistory(db, { ...about, limit: HISTORY_SHOWN }),
    documentsOf(db, { ...about, viewerId: viewer.id }),
  ]);
  const subgroups = bodies.filter(({ parentId }) => parentId === bodyId);
  const page = { body, subgroups, members, meetings, tasks, history };
  const canEdit = can(res, "body:edit");
  const model = presentBody(page, res.locals, { id: viewer.id, canEdit });
  const documentBox = presentDocumentBox(res, { ...about, documents });
  const breadcrumbs = projectCrumbs(res, listCrumb(res), { label: body.name });
  res.locals.page("bodies/show", { ...model, documentBox }, { title: body.name, breadcrumbs });
}

function newBodyForm(deps: Deps) {
  return form(deps, newBodySchema, {
    show: async (_req, res, state) => {
      const choices = await loadChoices(deps, res);
      showForm(res, presentBodyForm(choices, state, res.locals.texts));
    },
    save: async (req, res, entry) => {
      const { id: projectId } = projectOf(res);
      const id = await createBody(deps, authorOf(req, res), projectId, entry);
      res.locals.say("saved");
      backToBody(res, { projectId, id });
    },
  });
}

function editedBodyForm(deps: Deps) {
  return form(deps, editedBodySchema, {
    initial: (_req, res) => bodyValues(bodyOf(res)),
    show: async (_req, res, state) => {
      const choices = await loadChoices(deps, res);
      showForm(res, presentBodyForm(choices, state, res.locals.texts, bodyOf(res)));
    },
    save: async (req, res, entry) => {
      const body = bodyOf(res);
      await editBody(deps, authorOf(req, res), body, { entry, formOf: bodyValues });
      res.locals.say("saved");
      backToBody(res, body);
    },
  });
}

function newMemberForm(deps: Deps) {
  return form(deps, newMemberSchema, {
    initial: (_req, res) => ({ sinceOn: res.locals.today }),
    show: async (_req, res, state) => {
      const body = bodyOf(res);
      const owners = await listPossibleOwners(deps.db, body.projectId);
      showForm(res, presentNewMember(body, owners, state, res.locals.texts));
    },
    save: async (req, res, entry) => {
      const body = bodyOf(res);
      await addBodyMember(deps, authorOf(req, res), body, entry);
      res.locals.say("saved");
      backToBody(res, body);
    },
  });
}

function editedMemberForm(deps: Deps) {
  return form(deps, editedMemberSchema, {
    initial: async (req, res) => memberValues(await memberOf(deps, req, res)),
    show: async (req, res, state) => {
      const member = await memberOf(deps, req, res);
      showForm(res, presentEditedMember(bodyOf(res), member, state, res.locals.texts));
    },
    save: async (req, res, entry) => {
      const body = bodyOf(res);
      const memberId = idParam(req.params.bodyMemberId);
      const edit = { memberId, entry, formOf: memberValues };
      await editBodyMember(deps, authorOf(req, res), body, edit);
      res.locals.say("saved");
      backToBody(res, body);
    },
  });
}

async function memberOf({ db }: Pick<Deps, "db">, req: Request, res: Response) {
  const key = { bodyId: bodyOf(res).id, id: idParam(req.params.bodyMemberId) };
  const member = await findBodyMember(db, key);
  if (!member) throw new NotFound("member");
  return member;
}

async function loadChoices({ db }: Pick<Deps, "db">, res: Response) {
  const { id: projectId } = projectOf(res);
  const [bodies, owners] = await Promise.all([
    listBodies(db, { projectId, today: res.locals.today }),
    listPossibleOwners(db, projectId),
  ]);
  return { projectId, bodies, owners };
}

function listCrumb(res: Response) {
  return { label: res.locals.texts.bodies.title, href: paths.bodies(projectOf(res).id) };
}

function showForm(res: Response, model: ReturnType<typeof presentFormPage>): void {
  const { title } = model.pageHeader;
  const { workingBody } = res.locals;
  const own = workingBody
    ? [{ label: workingBody.name, href: paths.body(workingBody.projectId, workingBody.id) }]
    : [];
  const breadcrumbs = projectCrumbs(res, listCrumb(res), ...own, { label: title });
  res.locals.page("partials/form-page", model, { title, breadcrumbs });
}

function backToBody(res: Response, { projectId, id }: Pick<Body, "projectId" | "id">): void {
  res.redirect(303, paths.body(projectId, id));
}
