import type { UserAccount } from "../../../../db/queries/user-accounts.ts";
import { paths } from "../../../paths.ts";
import type { Formats } from "../../../texts/formats.ts";
import type { Texts } from "../../../texts/index.ts";
import { PAGE_SIZE, presentPagination } from "../../../web/pagination.ts";
import { withQuery } from "../../../web/query-string.ts";
import {
  globalFlags,
  stateOf,
  type UserFilter,
  type UserSort,
  type UserState,
  userSorts,
} from "../rules.ts";

const TONES = { active: "green", invited: "blue", deactivated: "grey" } as const;

export function statePill(state: UserState, texts: Texts) {
  return { tone: TONES[state], label: texts.users.states[state] };
}

export function rolesText(user: UserAccount, texts: Texts): string {
  const held = globalFlags.filter((flag) => user[flag]).map((flag) => texts.users.flags[flag]);
  return held.join(", ");
}

interface Words {
  texts: Texts;
  formats: Formats;
}

export function presentUserList(
  users: UserAccount[],
  filter: UserFilter,
  page: number,
  { texts, formats }: Words,
) {
  const { list } = texts.users;
  const shown = users.slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE);
  return {
    pageHeader: {
      title: texts.users.title,
      actions: {
        primary: { href: paths.newUser(), label: texts.users.invite, icon: "user-plus" },
        more: [
          {
            href: listHref(filter, { format: "xlsx" }),
            label: list.export,
            icon: "file-spreadsheet",
          },
        ],
      },
    },
    filterBar: presentFilters(filter, texts),
    columns: presentColumns(filter, texts),
    rows: shown.map((user) => presentRow(user, { texts, formats })),
    labels: list.columns,
    empty: { text: list.nothing, icon: "users", second: clearLink(texts) },
    pagination: presentPagination({
      page,
      total: users.length,
      summary: list.summary(users.length),
      href: (number) => listHref(filter, { page: number }),
    }),
  };
}

function clearLink(texts: Texts) {
  return { href: paths.users(), label: texts.frame.filter.clear };
}

function presentRow(user: UserAccount, { texts, formats }: Words) {
  const { list } = texts.users;
  const { lastSeenAt } = user;
  return {
    href: paths.user(user.id),
    name: user.name,
    email: user.email,
    roles: rolesText(user, texts) || list.noRoles,
    projects: formats.number(user.projects),
    seen: lastSeenAt === null ? list.neverSeen : formats.dateTime(lastSeenAt),
    pill: statePill(stateOf(user), texts),
  };
}

function presentColumns(filter: UserFilter, texts: Texts) {
  return userSorts.flatMap((sort) => {
    const column = sortableColumn(sort, filter, texts);
    const roles = { label: texts.users.list.columns.roles, href: null, direction: null };
    return sort === "email" ? [column, roles] : [column];
  });
}

function sortableColumn(sort: UserSort, filter: UserFilter, texts: Texts) {
  const isCurrent = filter.sort === sort;
  const direction = filter.isDescending ? ("descending" as const) : ("ascending" as const);
  const turned = isCurrent && !filter.isDescending ? `-${sort}` : sort;
  return {
    label: texts.users.list.columns[sort],
    href: listHref(filter, { sort: turned }),
    direction: isCurrent ? direction : null,
    isNumber: sort === "projects",
  };
}

function presentFilters(filter: UserFilter, texts: Texts) {
  const { list, flags, states } = texts.users;
  const chips = [
    filter.q && { label: filter.q, href: listHref(filter, { q: null }) },
    filter.role && { label: flags[filter.role], href: listHref(filter, { role: null }) },
    filter.state && { label: states[filter.state], href: listHref(filter, { state: null }) },
  ].filter((chip) => chip !== "" && chip !== undefined);
  const select = { type: "select" as const, isAutosubmit: true };
  return {
    action: paths.users(),
    search: { name: "q", value: filter.q, label: list.search },
    hidden: [{ name: "sort", value: sortKey(filter) }],
    fields: [
      {
        ...select,
        name: "role",
        label: list.role,
        value: filter.role ?? "",
        options: [
          { value: "", label: list.any },
          ...globalFlags.map((flag) => ({ value: flag, label: flags[flag] })),
        ],
      },
      {
        ...select,
        name: "state",
        label: list.state,
        value: filter.state ?? "",
        options: [
          { value: "", label: list.current },
          ...Object.entries(states).map(([value, label]) => ({ value, label })),
        ],
      },
    ],
    chips,
    clearHref: chips.length > 1 ? paths.users() : null,
  };
}

function sortKey({ sort, isDescending }: UserFilter): string {
  return isDescending ? `-${sort}` : sort;
}

function listHref(filter: UserFilter, changes: Record<string, string | number | null>): string {
  const { q, role, state } = filter;
  const wanted = { q, role, state, sort: sortKey(filter), ...changes };
  return withQuery(paths.users(), { ...wanted, sort: wanted.sort === "name" ? null : wanted.sort });
}
