import type { UserAccount } from "../../../db/queries/user-accounts.ts";
import { foldText } from "../../values/fold.ts";

export type UserState = "active" | "invited" | "deactivated";

export function stateOf(user: Pick<UserAccount, "deactivatedAt" | "hasPassword">): UserState {
  if (user.deactivatedAt !== null) return "deactivated";
  return user.hasPassword ? "active" : "invited";
}

export const globalFlags = ["isAdministrator", "isManagement", "isFounder", "isAuditor"] as const;
export type GlobalFlag = (typeof globalFlags)[number];

export const userSorts = ["name", "email", "projects", "seen"] as const;
export type UserSort = (typeof userSorts)[number];

export interface UserFilter {
  q: string;
  role: GlobalFlag | undefined;
  /** Everybody who has or is to have access, unless one state is asked for. */
  state: UserState | undefined;
  sort: UserSort;
  isDescending: boolean;
}

/** Narrows and orders the accounts; they come by name. Every word must begin a word of name or e-mail. */
export function selectUsers(users: UserAccount[], filter: UserFilter): UserAccount[] {
  const words = foldText(filter.q).split(" ").filter(Boolean);
  const matches = (user: UserAccount) => {
    const parts = foldText(`${user.name} ${user.email}`).split(/[\s@.,-]+/);
    return words.every(
      (word) => user.email.includes(word) || parts.some((part) => part.startsWith(word)),
    );
  };
  const isWanted = (user: UserAccount) => {
    const state = stateOf(user);
    const rightState = filter.state ? state === filter.state : state !== "deactivated";
    return rightState && (!filter.role || user[filter.role]) && matches(user);
  };
  const wanted = users.filter(isWanted);
  if (filter.sort === "name") return filter.isDescending ? wanted.toReversed() : wanted;
  const sign = filter.isDescending ? -1 : 1;
  return wanted.toSorted((one, other) => sign * COMPARE[filter.sort](one, other));
}

const COMPARE: Record<UserSort, (one: UserAccount, other: UserAccount) => number> = {
  name: (one, other) => compare(one.sortKey, other.sortKey),
  email: (one, other) => compare(one.email.toLowerCase(), other.email.toLowerCase()),
  projects: (one, other) => one.projects - other.projects,
  seen: (one, other) => compare(one.lastSeenAt ?? "", other.lastSeenAt ?? ""),
};

function compare(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}

/** Without one who can sign in, nobody could ever administer the system again. */
export function isLastAdministrator(userId: number, administrators: number[]): boolean {
  return administrators.length === 1 && administrators[0] === userId;
}
