import type { Member } from "../../../../db/queries/memberships.ts";
import type { Contact } from "../../../../db/queries/owners.ts";
import type { Texts } from "../../../texts/index.ts";
import { pragueDay } from "../../../values/calendar-date.ts";
import type { WorkbookSheet } from "../../../web/workbook.ts";

interface Wording {
  texts: Texts;
}

export function memberSheet(members: readonly Member[], { texts }: Wording): WorkbookSheet<Member> {
  const { columns, sheet, deactivated } = texts.team;
  return {
    name: sheet.members,
    rows: members,
    columns: [
      { header: columns.name, type: "text", width: 28, value: ({ name }) => name },
      {
        header: columns.role,
        type: "text",
        width: 22,
        value: ({ role }) => texts.projects.roles[role],
      },
      { header: columns.position, type: "text", value: ({ position }) => position },
      { header: columns.email, type: "text", value: ({ email }) => email },
      {
        header: sheet.account,
        type: "text",
        width: 16,
        value: ({ isDeactivated }) => (isDeactivated ? deactivated : null),
      },
    ],
  };
}

/** People without an account, as the page has them: their addresses are not on it. */
export function contactSheet(
  contacts: readonly Contact[],
  { texts }: Wording,
): WorkbookSheet<Contact> {
  const { columns, sheet, contacts: name } = texts.team;
  return {
    name,
    rows: contacts,
    columns: [
      { header: columns.name, type: "text", width: 28, value: (contact) => contact.name },
      { header: sheet.function, type: "text", value: (contact) => contact.function },
      { header: sheet.agreedOn, type: "day", width: 20, value: agreedOn },
    ],
  };
}

function agreedOn({ email, agreedToMailAt }: Contact): string | null {
  return email === null || agreedToMailAt === null ? null : pragueDay(agreedToMailAt);
}
