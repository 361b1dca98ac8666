import { type Response, Router } from "express";
import { listHistory } from "../../../db/queries/audit-events.ts";
import {
  findUserAccount,
  listAuditorProjects,
  listLivingUsers,
  listMembershipsOf,
  listProjectNames,
  listUserAccounts,
  type UserAccount,
} from "../../../db/queries/user-accounts.ts";
import { allow, can } from "../../access/allow.ts";
import type { Deps } from "../../deps.ts";
import { NotFound } from "../../errors.ts";
import { paths } from "../../paths.ts";
import type { Crumb } from "../../web/breadcrumbs.ts";
import { authorOf, form } from "../../web/form.ts";
import { idParam } from "../../web/id-param.ts";
import { pageNumber } from "../../web/pagination.ts";
import { sendWorkbook } from "../../web/workbook.ts";
import { accountValues, presentUserForm } from "./form-presenter.ts";
import { countInPlans } from "./handover/plans.ts";
import { presentHandover } from "./handover/presenter.ts";
import { handoverSchema } from "./handover/schema.ts";
import { deactivateUser, listHanded } from "./handover/service.ts";
import { presentUserList } from "./list/presenter.ts";
import { readUserFilter } from "./list/schema.ts";
import { userColumns } from "./list/sheet.ts";
import { presentUser } from "./presenter.ts";
import { selectUsers } from "./rules.ts";
import { accountSchema, invitationSchema } from "./schema.ts";
import {
  closeSessionsOf,
  editUser,
  inviteUser,
  reactivateUser,
  resendInvitation,
} from "./service.ts";

export function userRoutes(deps: Deps): Router {
  const router = Router();
  const { db } = deps;
  const administers = allow("user:administer");
  // Only for those who may: to others an account that is there looks like one that is not.
  router.param("userId", async (_req, res, next, text) => {
    if (can(res, "user:administer")) accounts.set(res, await findAccount(deps, text));
    next();
  });

  router.get(paths.users(), administers, async (req, res) => {
    const { texts, formats } = res.locals;
    const filter = readUserFilter(req.query);
    const users = selectUsers(await listUserAccounts(db), filter);
    if (req.query.format === "xlsx") {
      const { sheet } = texts.users.list;
      const columns = userColumns({ texts });
      return sendWorkbook(res, {
        fileName: sheet,
        sheets: [{ name: sheet, columns, rows: users }],
      });
    }
    const model = presentUserList(users, filter, pageNumber(req.query.page), { texts, formats });
    const { title } = model.pageHeader;
    res.locals.page("users/index", model, { title, breadcrumbs: crumbs(res) });
  });

  const invitation = invitationForm(deps);
  router.get(paths.newUser(), administers, invitation.show);
  router.post(paths.users(), administers, invitation.submit);

  router.get(paths.user(":userId"), administers, async (_req, res) => {
    const { texts, formats } = res.locals;
    const user = accountOf(res);
    const [memberships, auditorProjects, history] = await Promise.all([
      listMembershipsOf(db, user.id),
      listAuditorProjects(db, user.id),
      listHistory(db, { objectType: "user", objectId: user.id, limit: 20 }),
    ]);
    const model = presentUser({ user, memberships, auditorProjects, history }, { texts, formats });
    res.locals.page("users/show", model, { title: user.name, breadcrumbs: crumbs(res, user.name) });
  });

  const account = accountForm(deps);
  router.get(paths.editUser(":userId"), administers, account.show);
  router.post(paths.user(":userId"), administers, account.submit);

  const handover = handoverForm(deps);
  router.get(paths.newUserDeactivation(":userId"), administers, handover.show);
  router.post(paths.userDeactivation(":userId"), administers, handover.submit);

  const steps = [
    { address: paths.userInvitations(":userId"), take: resendInvitation, said: "invited" },
    { address: paths.userReactivation(":userId"), take: reactivateUser, said: "reactivated" },
    {
      address: paths.userSessionsClosure(":userId"),
      take: closeSessionsOf,
      said: "signedOutEverywhere",
    },
  ] as const;
  for (const { address, take, said } of steps) {
    router.post(address, administers, async (req, res) => {
      const { id } = accountOf(res);
      await take(deps, authorOf(req, res), id);
      res.locals.say(said);
      res.redirect(303, paths.user(id));
    });
  }
  return router;
}

const accounts = new WeakMap<Response, UserAccount>();

function accountOf(res: Response): UserAccount {
  return accounts.get(res) as UserAccount;
}

async function findAccount({ db }: Deps, text: string): Promise<UserAccount> {
  const user = await findUserAccount(db, idParam(text));
  if (!user) throw new NotFound("user");
  return user;
}

function crumbs(res: Response, ...labels: string[]): Crumb[] {
  const { texts } = res.locals;
  const administration = { label: texts.frame.navigation.administration };
  const users = { label: texts.users.title, ...(labels.length > 0 && { href: paths.users() }) };
  return [administration, users, ...labels.map((label) => ({ label }))];
}

function crumbsBelow(res: Response, label: string): Crumb[] {
  const { id, name } = accountOf(res);
  return [...crumbs(res, name).slice(0, -1), { label: name, href: paths.user(id) }, { label }];
}

function invitationForm(deps: Deps) {
  return form(deps, invitationSchema, {
    initial: (_req, res) => ({ language: res.locals.language }),
    show: async (_req, res, state) => {
      const projects = await listProjectNames(deps.db);
      const model = presentUserForm(state, { user: null, projects }, res.locals.texts);
      const { title } = model.pageHeader;
      res.locals.page("partials/form-page", model, { title, breadcrumbs: crumbs(res, title) });
    },
    save: async (req, res, entry) => {
      const id = await inviteUser(deps, authorOf(req, res), entry);
      res.locals.say("invited");
      res.redirect(303, paths.user(id));
    },
  });
}

function accountForm(deps: Deps) {
  return form(deps, accountSchema, {
    initial: async (_req, res) => {
      const user = accountOf(res);
      const projects = await listAuditorProjects(deps.db, user.id);
      return accountValues({ user, auditorProjectIds: projects.map(({ id }) => id) });
    },
    show: async (_req, res, state) => {
      const projects = await listProjectNames(deps.db);
      const model = presentUserForm(state, { user: accountOf(res), projects }, res.locals.texts);
      const { title } = model.pageHeader;
      res.locals.page("partials/form-page", model, { title, breadcrumbs: crumbsBelow(res, title) });
    },
    save: async (req, res, entry) => {
      const { id } = accountOf(res);
      await editUser(deps, authorOf(req, res), { id, entry, formOf: accountValues });
      res.locals.say("saved");
      res.redirect(303, paths.user(id));
    },
  });
}

function handoverForm(deps: Deps) {
  return form(deps, handoverSchema, {
    show: async (_req, res, state) => {
      const { texts, formats } = res.locals;
      const user = accountOf(res);
      const things = await listHanded(deps.db, user.id);
      const inPlans = await countInPlans(deps.db, user.id);
      const successors = await listLivingUsers(deps.db);
      const leaver = { user, things, inPlans, successors };
      const model = presentHandover(state, leaver, { texts, formats });
      const breadcrumbs = crumbsBelow(res, texts.users.handover.crumb);
      res.locals.page("users/handover", model, { title: model.pageHeader.title, breadcrumbs });
    },
    save: async (req, res, entry) => {
      const userId = accountOf(res).id;
      await deactivateUser(deps, authorOf(req, res), { userId, entry });
      res.locals.say("deactivated");
      res.redirect(303, paths.user(userId));
    },
  });
}
