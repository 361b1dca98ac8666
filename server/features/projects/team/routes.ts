import { type Request, type Response, Router } from "express";
import { findMember, listMembers, type Member } from "../../../../db/queries/memberships.ts";
import { type Contact, findContact, listContacts } from "../../../../db/queries/owners.ts";
import { listLivingUsers } from "../../../../db/queries/user-accounts.ts";
import { allow, can } from "../../../access/allow.ts";
import { loadProject } from "../../../access/load-project.ts";
import { projectOf, viewerOf } from "../../../access/project-of.ts";
import { type Change, change } from "../../../change.ts";
import type { Deps } from "../../../deps.ts";
import { NotFound } from "../../../errors.ts";
import { paths } from "../../../paths.ts";
import { projectCrumbs } from "../../../web/breadcrumbs.ts";
import { authorOf, form } from "../../../web/form.ts";
import { idParam } from "../../../web/id-param.ts";
import { sendWorkbook } from "../../../web/workbook.ts";
import { recordAgreement, withdrawContactAgreement } from "../../owners/service.ts";
import {
  memberFormValues,
  presentEditedMember,
  presentNewMember,
  presentRemoval,
  presentTeam,
} from "./presenter.ts";
import { memberSchema, newMemberSchema, removalSchema } from "./schema.ts";
import { addMember, editMember, listMemberItems, removeMember } from "./service.ts";
import { contactSheet, memberSheet } from "./sheet.ts";

export function teamRoutes(deps: Deps): Router {
  const router = Router();
  router.param("projectId", loadProject(deps));
  const [projectId, memberId] = [":projectId", ":memberId"];

  router.get(paths.team(projectId), allow("team:view"), async (req, res) => {
    const { id } = projectOf(res);
    const members = await listMembers(deps.db, id);
    const contacts = await listContacts(deps.db, id);
    if (req.query.format === "xlsx") {
      const { fileName } = res.locals.texts.team;
      return sendWorkbook(res, {
        fileName,
        sheets: [memberSheet(members, res.locals), contactSheet(contacts, res.locals)],
      });
    }
    const rights = { edit: can(res, "team:edit") };
    const model = presentTeam({ projectId: id, members, contacts }, res.locals, rights);
    const { title } = res.locals.texts.team;
    const breadcrumbs = projectCrumbs(res, { label: title });
    res.locals.page("projects/team", model, { title, breadcrumbs });
  });

  const adding = addingForm(deps);
  router.get(paths.newTeamMember(projectId), allow("team:edit"), adding.show);
  router.post(paths.team(projectId), allow("team:edit"), adding.submit);
  const editing = editingForm(deps);
  router.get(paths.editTeamMember(projectId, memberId), allow("team:edit"), editing.show);
  router.post(paths.teamMember(projectId, memberId), allow("team:edit"), editing.submit);
  const removal = removalForm(deps);
  router.get(paths.teamMemberRemoval(projectId, memberId), allow("team:edit"), removal.show);
  router.post(paths.teamMemberRemoval(projectId, memberId), allow("team:edit"), removal.submit);
  addAgreementRoutes(router, deps);
  return router;
}

/** Whether a contact agreed to be sent mails: on paper, by word of mouth; they withdraw it by a link as well. */
function addAgreementRoutes(router: Router, deps: Deps): void {
  const at = [":projectId", ":contactId"] as const;
  const changing =
    (work: (one: Change, of: { projectId: number; contact: Contact }) => Promise<void>) =>
    async (req: Request, res: Response) => {
      const { id: projectId } = projectOf(res);
      const id = idParam(req.params.contactId);
      await change(deps, authorOf(req, res), async (one) => {
        const contact = await findContact(one.trx, { projectId, id });
        if (!contact) throw new NotFound("contact");
        await work(one, { projectId, contact });
      });
      res.locals.say("saved");
      res.redirect(303, paths.team(projectId));
    };
  router.post(
    paths.contactAgreement(...at),
    allow("team:edit"),
    changing((one, { projectId, contact }) =>
      recordAgreement(one, { projectId, contactId: contact.id }),
    ),
  );
  router.post(
    paths.contactAgreementWithdrawal(...at),
    allow("team:edit"),
    changing(withdrawContactAgreement),
  );
}

function addingForm(deps: Deps) {
  return form(deps, newMemberSchema, {
    initial: () => ({ role: "coordinator" }),
    show: async (_req, res, state) => {
      const projectId = projectOf(res).id;
      const members = await listMembers(deps.db, projectId);
      const living = await listLivingUsers(deps.db);
      const users = living.filter(({ id }) => !members.some(({ userId }) => userId === id));
      showForm(res, presentNewMember(state, { projectId, users }, res.locals));
    },
    save: async (req, res, entry) => {
      const projectId = projectOf(res).id;
      const { language } = res.locals;
      await addMember(deps, authorOf(req, res), { projectId, entry, language });
      backToTeam(res);
    },
  });
}

function editingForm(deps: Deps) {
  return form(deps, memberSchema, {
    initial: async (req, res) => memberFormValues(await memberOf(deps, req, res)),
    show: async (req, res, state) => {
      const member = await memberOf(deps, req, res);
      const page = { projectId: projectOf(res).id, member };
      showForm(res, presentEditedMember(state, page, res.locals));
    },
    save: async (req, res, entry) => {
      const { id } = await memberOf(deps, req, res);
      const key = { projectId: projectOf(res).id, id };
      await editMember(deps, authorOf(req, res), { key, entry, formOf: memberFormValues });
      backToTeam(res);
    },
  });
}

function removalForm(deps: Deps) {
  return form(deps, removalSchema, {
    show: async (req, res, state) => {
      const projectId = projectOf(res).id;
      const member = await memberOf(deps, req, res);
      const members = await listMembers(deps.db, projectId);
      const items = await listMemberItems(deps.db, { projectId, userId: member.userId });
      const removal = { projectId, member, members, items };
      showForm(res, presentRemoval(state, removal, res.locals), "projects/team-removal");
    },
    save: async (req, res, { heirId }) => {
      const { id, userId } = await memberOf(deps, req, res);
      const key = { projectId: projectOf(res).id, id };
      await removeMember(deps, authorOf(req, res), { key, heirId });
      res.locals.say("saved");
      // Whoever has left the team themselves may not see it any more.
      const isOwn = userId === viewerOf(res).id;
      res.redirect(303, isOwn ? paths.projects() : paths.team(key.projectId));
    },
  });
}

async function memberOf({ db }: Pick<Deps, "db">, req: Request, res: Response): Promise<Member> {
  const key = { projectId: projectOf(res).id, id: idParam(req.params.memberId) };
  const member = await findMember(db, key);
  if (!member) throw new NotFound("member");
  return member;
}

function showForm(
  res: Response,
  model: ReturnType<typeof presentNewMember>,
  view = "partials/form-page",
): void {
  const { title } = model.pageHeader;
  const list = { label: res.locals.texts.team.title, href: paths.team(projectOf(res).id) };
  res.locals.page(view, model, {
    title,
    breadcrumbs: projectCrumbs(res, list, { label: title }),
  });
}

function backToTeam(res: Response): void {
  res.locals.say("saved");
  res.redirect(303, paths.team(projectOf(res).id));
}
