import type { UserAccount } from "../../../../db/queries/user-accounts.ts";
import type { Texts } from "../../../texts/index.ts";
import { pragueDay } from "../../../values/calendar-date.ts";
import type { Column } from "../../../web/workbook.ts";
import { stateOf } from "../rules.ts";
import { rolesText } from "./presenter.ts";

export function userColumns({ texts }: { texts: Texts }): Column<UserAccount>[] {
  const { columns } = texts.users.list;
  return [
    { header: columns.name, type: "text", value: (user) => user.name },
    { header: columns.email, type: "text", value: (user) => user.email },
    { header: columns.roles, type: "text", value: (user) => rolesText(user, texts) },
    { header: columns.projects, type: "number", value: (user) => user.projects },
    {
      header: columns.seen,
      type: "day",
      value: (user) => user.lastSeenAt && pragueDay(user.lastSeenAt),
    },
    { header: columns.state, type: "text", value: (user) => texts.users.states[stateOf(user)] },
  ];
}
