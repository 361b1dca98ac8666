import { paths } from "../../paths.ts";
import type { Texts } from "../../texts/index.ts";
import type { FormState } from "../../web/form.ts";
import { presentFields, presentFormErrors } from "../../web/form-fields.ts";
import { demoPassword, demoUsers } from "./demo-users.ts";

export function presentSignIn(state: FormState, texts: Texts, demonstration: { isDemo: boolean }) {
  const { signIn, roles } = texts.access;
  return {
    title: signIn.title,
    action: paths.signIn(),
    notice: state.values.next ? signIn.sessionEnded : null,
    formErrors: presentFormErrors(state, texts),
    form: { submission: null },
    fields: presentFields(
      [
        { type: "hidden", name: "next", label: "" },
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
    demonstration: demonstration.isDemo
      ? {
          title: signIn.demoTitle,
          hint: signIn.demoHint,
          password: demoPassword,
          users: demoUsers.map((user) => ({ email: user.email, role: roles[user.shownAs] })),
        }
      : null,
  };
}
