import type { StoredAccountLink } from "../../../../db/queries/account-links.ts";
import { paths } from "../../../paths.ts";
import type { Texts } from "../../../texts/index.ts";
import type { FormState } from "../../../web/form.ts";
import { presentFields, presentFormErrors } from "../../../web/form-fields.ts";
import { SHORTEST_PASSWORD } from "../passwords/rules.ts";

export function presentResetRequest(state: FormState, texts: Texts) {
  const { resetRequest } = texts.accounts;
  return {
    title: resetRequest.title,
    intro: resetRequest.intro,
    action: paths.passwordResets(),
    formErrors: presentFormErrors(state, texts),
    form: { submission: null },
    fields: presentFields(
      [
        {
          type: "email",
          name: "email",
          label: texts.access.signIn.email,
          autocomplete: "username",
          isRequired: true,
        },
      ],
      state,
      texts,
    ),
    formFooter: { submit: resetRequest.submit },
    more: { href: paths.signIn(), label: resetRequest.back },
  };
}

export function presentNewPassword(
  state: FormState,
  texts: Texts,
  { link, action }: { link: StoredAccountLink; action: string },
) {
  const { newPassword } = texts.accounts;
  const field = { type: "password" as const, autocomplete: "new-password", isRequired: true };
  return {
    title: newPassword.titles[link.kind],
    intro: newPassword.intro(link.name, link.email),
    action,
    formErrors: presentFormErrors(state, texts),
    form: { submission: null },
    fields: presentFields(
      [
        {
          ...field,
          name: "password",
          label: newPassword.password,
          hint: newPassword.hint(SHORTEST_PASSWORD),
        },
        { ...field, name: "passwordAgain", label: newPassword.passwordAgain },
      ],
      state,
      texts,
    ),
    formFooter: { submit: newPassword.submit },
  };
}

export function presentDeadLink(texts: Texts) {
  const { deadLink } = texts.accounts;
  return {
    title: deadLink.title,
    sentences: [deadLink.sentence, deadLink.advice],
    links: [
      { href: paths.newPasswordReset(), label: deadLink.reset },
      { href: paths.signIn(), label: texts.access.signIn.submit },
    ],
  };
}
