import { demoPassword, demoUsers } from "../../../db/seeds/demo/people.ts";
import { paths } from "../../paths.ts";
import type { Texts } from "../../texts/index.ts";
import type { FormState, FormValue } from "../../web/form.ts";
import { presentFields, presentFormErrors } from "../../web/form-fields.ts";

export function presentSignIn(
  state: FormState,
  texts: Texts,
  { isDemo, isBack }: { isDemo: boolean; isBack: boolean },
) {
  const { signIn, roles } = texts.access;
  const formErrors = presentFormErrors(state, texts);
  return {
    title: signIn.title,
    action: paths.signIn(),
    notice: isBack ? noticeOf(state.values.next, texts) : null,
    formErrors: formErrors && { ...formErrors, title: signIn.failed },
    form: { submission: null },
    fields: presentFields(
      [
        { type: "hidden", name: "next", label: "" },
        { type: "hidden", name: "language", label: "" },
        { type: "email", name: "email", label: signIn.email, autocomplete: "username" },
        {
          type: "password",
          name: "password",
          label: signIn.password,
          autocomplete: "current-password",
        },
      ],
      state,
      texts,
    ),
    formFooter: { submit: signIn.submit },
    more: { href: paths.newPasswordReset(), label: signIn.forgotten },
    demonstration: isDemo
      ? {
          title: signIn.demoTitle,
          hint: signIn.demoHint,
          password: demoPassword,
          users: demoUsers.map((user) => ({ email: user.email, role: roles[user.shownAs] })),
        }
      : null,
  };
}

/** To somebody whose session has run out; a form they had open waits for them. */
function noticeOf(next: FormValue | undefined, { access: { signIn } }: Texts): string {
  const hasKeptForm = typeof next === "string" && /[?&]kept=\d/.test(next);
  return hasKeptForm ? signIn.formKept : signIn.sessionEnded;
}
