import type { HistoryLine } from "../../../db/queries/audit-events.ts";
import type { UserAccount, UserMembership } from "../../../db/queries/user-accounts.ts";
import { paths } from "../../paths.ts";
import type { Formats } from "../../texts/formats.ts";
import type { Texts } from "../../texts/index.ts";
import { presentHistory } from "../../web/history-list.ts";
import { withQuery } from "../../web/query-string.ts";
import { rolesText, statePill } from "./list/presenter.ts";
import { stateOf } from "./rules.ts";

export interface UserPage {
  user: UserAccount;
  memberships: UserMembership[];
  auditorProjects: { id: number; name: string }[];
  history: HistoryLine[];
}

interface Words {
  texts: Texts;
  formats: Formats;
}

export function presentUser(page: UserPage, words: Words) {
  const { user } = page;
  const { texts } = words;
  const labels = texts.users.page;
  return {
    pageHeader: {
      title: user.name,
      subtitle: user.email,
      pill: statePill(stateOf(user), texts),
      actions: {
        primary: { href: paths.editUser(user.id), label: labels.edit, icon: "pencil" },
        more: presentActions(user, texts),
      },
    },
    facts: { title: labels.facts, definitionList: presentFacts(page, words) },
    projects: {
      title: labels.projects,
      empty: { text: labels.noProjects, icon: "folders" },
      rows: page.memberships.map((membership) => ({
        name: membership.projectName,
        href: paths.project(membership.projectId),
        role: texts.access.roles[membership.role],
      })),
    },
    history: {
      title: labels.history,
      empty: { text: labels.noHistory, icon: "history" },
      historyList: presentHistory(page.history, words),
      events: { href: withQuery(paths.audit(), { person: user.id }), label: labels.events },
    },
  };
}

function presentActions(user: UserAccount, texts: Texts) {
  const { page } = texts.users;
  const post = { method: "post" as const };
  const state = stateOf(user);
  const resend = {
    ...post,
    href: paths.userInvitations(user.id),
    label: page.resend,
    icon: "mail",
  };
  const signOut = {
    ...post,
    href: paths.userSessionsClosure(user.id),
    label: page.signOut,
    icon: "logout",
  };
  const reactivate = {
    ...post,
    href: paths.userReactivation(user.id),
    label: page.reactivate,
    icon: "arrow-back-up",
  };
  const deputy = { href: paths.userDeputy(user.id), label: texts.deputies.title, icon: "users" };
  const deactivate = {
    href: paths.newUserDeactivation(user.id),
    label: page.deactivate,
    icon: "lock",
    isDanger: true,
  };
  if (state === "deactivated") return [reactivate, deputy];
  return state === "invited" ? [resend, deputy, deactivate] : [signOut, deputy, deactivate];
}

function presentFacts({ user, auditorProjects }: UserPage, { texts, formats }: Words) {
  const { page, list } = texts.users;
  const roles = rolesText(user, texts);
  const facts: { term: string; text: string; isMissing?: boolean }[] = [
    { term: page.rolesFact, text: roles || page.none, isMissing: roles === "" },
    { term: page.language, text: page.languages[user.language] },
    { term: page.created, text: formats.dateTime(user.createdAt) },
    {
      term: page.seen,
      text: user.lastSeenAt ? formats.dateTime(user.lastSeenAt) : list.neverSeen,
      isMissing: user.lastSeenAt === null,
    },
  ];
  if (user.isAuditor) {
    const names = auditorProjects.map(({ name }) => name).join(", ");
    facts.push({ term: page.auditSpan, text: spanText(user, { texts, formats }) });
    facts.push({ term: page.auditProjects, text: names || page.allProjects });
  }
  if (user.deactivatedAt)
    facts.push({ term: page.deactivated, text: formats.dateTime(user.deactivatedAt) });
  return facts;
}

function spanText({ auditsFromOn, auditsUntilOn }: UserAccount, { texts, formats }: Words): string {
  const { since, until, unlimited } = texts.users.page;
  if (auditsFromOn && auditsUntilOn) return formats.dateRange(auditsFromOn, auditsUntilOn);
  if (auditsFromOn) return since(formats.date(auditsFromOn));
  return auditsUntilOn ? until(formats.date(auditsUntilOn)) : unlimited;
}
