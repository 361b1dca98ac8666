import { paths } from "../../paths.ts";
import type { Texts } from "../../texts/index.ts";
import type { FormState, FormValues } from "../../web/form.ts";
import type { FieldDefinition } from "../../web/form-fields.ts";
import { presentFormPage } from "../../web/form-page.ts";
import { globalFlags } from "./rules.ts";
import type { AccountWithProjects } from "./service.ts";

/** An account as its form holds it. */
export function accountValues({ user, auditorProjectIds }: AccountWithProjects) {
  return {
    name: user.name,
    email: user.email,
    isAdministrator: String(user.isAdministrator),
    isManagement: String(user.isManagement),
    isFounder: String(user.isFounder),
    isAuditor: String(user.isAuditor),
    auditsFromOn: user.auditsFromOn ?? "",
    auditsUntilOn: user.auditsUntilOn ?? "",
    auditorProjectIds: auditorProjectIds.map(String),
    version: String(user.version),
  } satisfies FormValues;
}

interface ProjectName {
  id: number;
  name: string;
}

interface FormFacts {
  user: { id: number; name: string } | null;
  /** What an auditor may be limited to. */
  projects: ProjectName[];
}

export function presentUserForm(state: FormState, { user, projects }: FormFacts, texts: Texts) {
  const { form } = texts.users;
  return presentFormPage(
    {
      title: user ? form.editTitle : form.newTitle,
      action: user ? paths.user(user.id) : paths.users(),
      hidden: user ? ["version"] : [],
      sections: [
        { rows: [...personFields(texts), ...(user ? [] : [languageField(texts)])] },
        { title: form.roles, hint: form.rolesHint, rows: roleFields(texts) },
        { title: form.audit, hint: form.auditHint, rows: auditFields(projects, texts) },
      ],
      submit: user ? form.save : form.invite,
      cancel: { href: user ? paths.user(user.id) : paths.users() },
    },
    state,
    texts,
  );
}

function personFields({ users: { form } }: Texts): FieldDefinition[] {
  return [
    { type: "text", name: "name", label: form.name, isRequired: true, autocomplete: "off" },
    {
      type: "email",
      name: "email",
      label: form.email,
      hint: form.emailHint,
      isRequired: true,
      autocomplete: "off",
    },
  ];
}

function languageField({ users: { form, page } }: Texts): FieldDefinition {
  return {
    type: "select",
    name: "language",
    label: form.language,
    width: "short",
    options: (["cs", "en"] as const).map((value) => ({ value, label: page.languages[value] })),
  };
}

function roleFields({ users: { flags, flagHints } }: Texts): FieldDefinition[] {
  return globalFlags.map((name) => ({
    type: "checkbox",
    name,
    label: flags[name],
    hint: flagHints[name],
  }));
}

function auditFields(
  projects: ProjectName[],
  { users: { form } }: Texts,
): (FieldDefinition | FieldDefinition[])[] {
  return [
    [
      { type: "date", name: "auditsFromOn", label: form.auditsFromOn },
      { type: "date", name: "auditsUntilOn", label: form.auditsUntilOn },
    ],
    {
      type: "checkboxes",
      name: "auditorProjectIds",
      label: form.auditorProjectIds,
      options: projects.map(({ id, name }) => ({ value: String(id), label: name })),
    },
  ];
}
