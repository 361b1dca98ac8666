import type { Body, BodyLine } from "../../../db/queries/bodies.ts";
import type { BodyMember } from "../../../db/queries/body-members.ts";
import type { PossibleOwner } from "../../../db/queries/owners.ts";
import { paths } from "../../paths.ts";
import type { Formats } from "../../texts/formats.ts";
import type { Texts } from "../../texts/index.ts";
import { ownerKey } from "../../values/owner.ts";
import type { FormState, FormValues } from "../../web/form.ts";
import { presentFormPage } from "../../web/form-page.ts";
import { ownerSections } from "../../web/owner-field.ts";
import { subgroupsBelow } from "./rules.ts";

interface Wording {
  texts: Texts;
  formats: Formats;
}

/** Subgroups below the group they belong to; where that one is not listed, they say whose they are. */
export function presentBodies(lines: BodyLine[], { texts, formats }: Wording) {
  return subgroupsBelow(lines).map((line) => ({
    href: paths.body(line.projectId, line.id),
    name: line.name,
    isSub: line.parentId !== null,
    note: line.parentName === null ? null : texts.bodies.partOf(line.parentName),
    project: { href: paths.bodies(line.projectId), name: line.projectName },
    guarantor: line.ownerName ?? "",
    members: formats.number(line.members),
    last: line.lastMeetingOn === null ? "" : formats.date(line.lastMeetingOn),
    next: line.nextMeetingOn === null ? "" : formats.date(line.nextMeetingOn),
    tasks: formats.number(line.openTasks),
    hasTasks: line.openTasks > 0,
  }));
}

export function presentBodyForm(
  choices: { projectId: number; bodies: BodyLine[]; owners: PossibleOwner[] },
  state: FormState,
  texts: Texts,
  edited?: Body,
) {
  const { form } = texts.bodies;
  const { projectId, bodies } = choices;
  const [owner, contact] = ownerSections(choices.owners, texts, edited);
  const ownerRow = (owner?.rows ?? []).flat().map((field) => ({ ...field, label: form.guarantor }));
  const parents = bodies.filter(({ id, parentId }) => parentId === null && id !== edited?.id);
  const href = edited ? paths.body(projectId, edited.id) : paths.bodies(projectId);
  return presentFormPage(
    {
      title: edited ? form.editTitle : form.newTitle,
      ...(edited ? { code: edited.name, hidden: ["version"] } : {}),
      action: href,
      sections: [
        {
          rows: [
            { type: "text", name: "name", label: form.name, isRequired: true },
            {
              type: "select",
              name: "parentId",
              label: form.parent,
              width: "medium",
              options: [
                { value: "", label: form.noParent },
                ...parents.map(({ id, name }) => ({ value: String(id), label: name })),
              ],
            },
            { type: "textarea", name: "purpose", label: form.purpose, maxLength: 2000, rows: 3 },
            ...ownerRow,
          ],
        },
        ...(contact ? [contact] : []),
      ],
      submit: edited ? form.save : form.create,
      cancel: { href },
    },
    state,
    texts,
  );
}

export function bodyValues(body: Body): FormValues {
  return {
    version: String(body.version),
    name: body.name,
    parentId: String(body.parentId ?? ""),
    purpose: body.purpose ?? "",
    owner: ownerKey(body),
  };
}

export function presentNewMember(
  body: Body,
  owners: PossibleOwner[],
  state: FormState,
  texts: Texts,
) {
  const { members } = texts.bodies;
  const [owner, contact] = ownerSections(owners, texts);
  const person = (owner?.rows ?? []).flat().map((field) => {
    const { hint: _hint, ...rest } = field;
    return { ...rest, label: members.person, isRequired: true };
  });
  const href = paths.body(body.projectId, body.id);
  return presentFormPage(
    {
      title: members.newTitle,
      code: body.name,
      action: paths.bodyMembers(body.projectId, body.id),
      sections: [
        { rows: person },
        ...(contact ? [{ ...contact, isFolded: false }] : []),
        { rows: spanRows(texts) },
      ],
      submit: members.submit,
      cancel: { href },
    },
    state,
    texts,
  );
}

export function presentEditedMember(
  body: Body,
  member: BodyMember,
  state: FormState,
  texts: Texts,
) {
  const { members } = texts.bodies;
  return presentFormPage(
    {
      title: members.editTitle,
      code: member.ownerName,
      hidden: ["version"],
      action: paths.bodyMember(body.projectId, body.id, member.id),
      sections: [{ rows: spanRows(texts) }],
      submit: members.save,
      cancel: { href: paths.body(body.projectId, body.id) },
    },
    state,
    texts,
  );
}

export function memberValues(member: BodyMember): FormValues {
  return {
    version: String(member.version),
    role: member.role ?? "",
    sinceOn: member.sinceOn,
    untilOn: member.untilOn ?? "",
  };
}

function spanRows({ bodies: { members } }: Texts) {
  return [
    { type: "text" as const, name: "role", label: members.role, width: "medium" as const },
    [
      { type: "date" as const, name: "sinceOn", label: members.sinceOn, isRequired: true },
      { type: "date" as const, name: "untilOn", label: members.untilOn },
    ],
  ];
}
