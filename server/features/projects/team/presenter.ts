import type { Member } from "../../../../db/queries/memberships.ts";
import type { OpenItem } from "../../../../db/queries/open-items.ts";
import type { Contact } from "../../../../db/queries/owners.ts";
import type { UserName } from "../../../../db/queries/user-accounts.ts";
import { paths } from "../../../paths.ts";
import type { Formats } from "../../../texts/formats.ts";
import type { Texts } from "../../../texts/index.ts";
import { pragueDay } from "../../../values/calendar-date.ts";
import type { FormState, FormValues } from "../../../web/form.ts";
import type { FieldDefinition } from "../../../web/form-fields.ts";
import { presentFormPage } from "../../../web/form-page.ts";
import { withQuery } from "../../../web/query-string.ts";
import { roles } from "./schema.ts";

const SHOWN_ITEMS = 20;

export function presentTeam(
  team: { projectId: number; members: Member[]; contacts: Contact[] },
  { texts, formats }: { texts: Texts; formats: Formats },
  can: { edit: boolean },
) {
  const words = texts.team;
  const { projectId } = team;
  const add = { href: paths.newTeamMember(projectId), label: words.add, icon: "user-plus" };
  const workbook = {
    href: withQuery(paths.team(projectId), { format: "xlsx" }),
    label: words.workbook,
    icon: "file-spreadsheet",
  };
  return {
    pageHeader: {
      title: words.title,
      subtitle: words.subtitle,
      actions: { primary: can.edit ? add : null, more: [workbook] },
    },
    columns: words.columns,
    labels: { contacts: words.contacts, contactsHint: words.contactsHint },
    members: team.members.map((member) => ({
      name: member.name,
      note: member.isDeactivated ? words.deactivated : null,
      role: texts.projects.roles[member.role],
      position: member.position ?? "",
      email: member.email,
      mailto: `mailto:${member.email}`,
      actions: can.edit
        ? [
            {
              href: paths.editTeamMember(projectId, member.id),
              label: words.edit,
              name: words.editOne(member.name),
            },
            {
              href: paths.teamMemberRemoval(projectId, member.id),
              label: words.remove,
              name: words.removeOne(member.name),
            },
          ]
        : [],
    })),
    contacts: team.contacts.map((contact) => ({
      name: contact.name,
      function: contact.function ?? words.noFunction,
      agreement: agreementText(contact, { texts, formats }),
      action: can.edit ? agreementAction(contact, projectId, texts) : null,
    })),
  };
}

function agreementText(
  { email, agreedToMailAt }: Contact,
  { texts, formats }: { texts: Texts; formats: Formats },
): string {
  const { agreement } = texts.team;
  if (email === null) return agreement.noEmail;
  return agreedToMailAt === null
    ? agreement.none
    : agreement.since(formats.date(pragueDay(agreedToMailAt)));
}

function agreementAction(
  { id, name, email, agreedToMailAt }: Contact,
  projectId: number,
  texts: Texts,
) {
  const { agreement } = texts.team;
  if (email === null) return null;
  return agreedToMailAt === null
    ? { href: paths.contactAgreement(projectId, id), label: agreement.record, name }
    : { href: paths.contactAgreementWithdrawal(projectId, id), label: agreement.withdraw, name };
}

export function presentNewMember(
  state: FormState,
  { projectId, users }: { projectId: number; users: UserName[] },
  { texts }: { texts: Texts },
) {
  const { fields, ...words } = texts.team;
  const options = users.map(({ id, name, email }) => ({
    value: String(id),
    label: `${name} (${email})`,
  }));
  return presentFormPage(
    {
      title: words.newTitle,
      lead: [words.newLead],
      action: paths.team(projectId),
      submit: words.add,
      cancel: { href: paths.team(projectId) },
      sections: [
        {
          rows: [
            {
              type: "select",
              name: "userId",
              label: fields.userId,
              hint: fields.userHint,
              options: [{ value: "", label: fields.choose }, ...options],
            },
            [
              { type: "text", name: "name", label: fields.name, hint: fields.nameHint },
              { type: "email", name: "email", label: fields.email },
            ],
            ...partRows(texts),
          ],
        },
      ],
    },
    state,
    texts,
  );
}

export function presentEditedMember(
  state: FormState,
  { projectId, member }: { projectId: number; member: Member },
  { texts }: { texts: Texts },
) {
  const words = texts.team;
  return presentFormPage(
    {
      title: words.editTitle(member.name),
      hidden: ["version"],
      action: paths.teamMember(projectId, member.id),
      submit: words.save,
      cancel: { href: paths.team(projectId) },
      sections: [{ rows: partRows(texts) }],
    },
    state,
    texts,
  );
}

function partRows(texts: Texts): FieldDefinition[] {
  const { fields, roleHints } = texts.team;
  return [
    {
      type: "radios",
      name: "role",
      label: fields.role,
      isRequired: true,
      options: roles.map((role) => ({
        value: role,
        label: texts.projects.roles[role],
        hint: roleHints[role],
      })),
    },
    { type: "text", name: "position", label: fields.position, hint: fields.positionHint },
  ];
}

export function memberFormValues({ role, position, version }: Member): FormValues {
  return { role, position: position ?? "", version: String(version) };
}

/** What the member would leave behind, and who may take it. */
export function presentRemoval(
  state: FormState,
  removal: { projectId: number; member: Member; members: Member[]; items: OpenItem[] },
  { texts, formats }: { texts: Texts; formats: Formats },
) {
  const { fields, ...words } = texts.team;
  const { projectId, member, members, items } = removal;
  const heirs = members
    .filter(({ id, isDeactivated }) => id !== member.id && !isDeactivated)
    .map(({ userId, name }) => ({ value: String(userId), label: name }));
  const heir: FieldDefinition = {
    type: "select",
    name: "heirId",
    label: fields.heirId,
    isRequired: true,
    width: "medium",
    options: [{ value: "", label: fields.chooseHeir }, ...heirs],
  };
  const page = presentFormPage(
    {
      title: words.removeTitle(member.name),
      lead: [items.length > 0 ? words.removeItems(items.length) : words.removePlain],
      action: paths.teamMemberRemoval(projectId, member.id),
      submit: items.length > 0 ? words.submitHandOver : words.submitRemoval,
      isDanger: true,
      cancel: { href: paths.team(projectId) },
      sections: items.length > 0 ? [{ rows: [heir] }] : [],
    },
    state,
    texts,
  );
  return {
    ...page,
    handOver: items.length === 0 ? null : presentItems(items, { texts, formats }),
  };
}

function presentItems(items: OpenItem[], { texts, formats }: { texts: Texts; formats: Formats }) {
  const { kinds } = texts.users.handover;
  const rest = items.length - SHOWN_ITEMS;
  return {
    title: texts.team.handOverTitle,
    items: items.slice(0, SHOWN_ITEMS).map(({ objectType, title, dueOn }) => ({
      title: title ?? texts.events.confidential,
      note: [kinds[objectType], dueOn ? formats.date(dueOn) : ""].filter(Boolean).join(", "),
    })),
    more: rest > 0 ? texts.team.handOverMore(rest) : null,
  };
}
