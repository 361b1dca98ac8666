import { paths } from "../../paths.ts";
import type { Texts } from "../../texts/index.ts";
import type { FormState, FormValues } from "../../web/form.ts";
import { type FieldDefinition, presentFields, presentFormErrors } from "../../web/form-fields.ts";
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

export function presentUserForm(
  state: FormState,
  { user, projects }: { user: { id: number; name: string } | null; projects: ProjectName[] },
  texts: Texts,
) {
  const { form } = texts.users;
  const fields = presentFields(fieldsOf({ isNew: user === null, projects }, texts), state, texts);
  const pick = (...names: readonly string[]) => fields.filter(({ name }) => names.includes(name));
  return {
    pageHeader: { title: user ? form.editTitle : form.newTitle },
    formErrors: presentFormErrors(state, texts),
    form: { submission: state.submission },
    action: user ? paths.user(user.id) : paths.users(),
    first: pick("version", "name", "email", "language"),
    sections: [
      { title: form.roles, hint: form.rolesHint, fields: pick(...globalFlags), row: [] },
      {
        title: form.audit,
        hint: form.auditHint,
        fields: pick("auditorProjectIds"),
        row: pick("auditsFromOn", "auditsUntilOn"),
      },
    ],
    formFooter: {
      submit: user ? form.save : form.invite,
      cancel: { href: user ? paths.user(user.id) : paths.users() },
    },
  };
}

interface ProjectName {
  id: number;
  name: string;
}

function fieldsOf(
  { isNew, projects }: { isNew: boolean; projects: ProjectName[] },
  texts: Texts,
): FieldDefinition[] {
  const { form, flags, flagHints, page } = texts.users;
  const language: FieldDefinition = {
    type: "select",
    name: "language",
    label: form.language,
    width: "short",
    options: (["cs", "en"] as const).map((value) => ({ value, label: page.languages[value] })),
  };
  return [
    ...(isNew ? [language] : [{ type: "hidden" as const, name: "version", label: "" }]),
    { type: "text", name: "name", label: form.name, isRequired: true, autocomplete: "off" },
    {
      type: "email",
      name: "email",
      label: form.email,
      hint: form.emailHint,
      isRequired: true,
      autocomplete: "off",
    },
    ...globalFlags.map((name) => ({
      type: "checkbox" as const,
      name,
      label: flags[name],
      hint: flagHints[name],
    })),
    { type: "date", name: "auditsFromOn", label: form.auditsFromOn },
    { type: "date", name: "auditsUntilOn", label: form.auditsUntilOn },
    {
      type: "checkboxes",
      name: "auditorProjectIds",
      label: form.auditorProjectIds,
      options: projects.map(({ id, name }) => ({ value: String(id), label: name })),
    },
  ];
}
